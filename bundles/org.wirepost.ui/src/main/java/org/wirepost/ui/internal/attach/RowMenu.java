// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of a row. */
final class RowMenu {

    private final Control owner;
    private final AttachmentList list;
    private final AttachmentItem item;
    private final Runnable toggleDetails;
    private final Menu menu;

    private RowMenu(Control owner, AttachmentList list, AttachmentItem item, Runnable toggleDetails) {
        this.owner = owner;
        this.list = list;
        this.item = item;
        this.toggleDetails = toggleDetails;
        this.menu = new Menu(owner);
    }

    static void attach(Control owner, AttachmentList list, AttachmentItem item, Runnable toggleDetails) {
        RowMenu made = new RowMenu(owner, list, item, toggleDetails);
        made.menu.addMenuListener(MenuListener.menuShownAdapter(event -> made.fill()));
        owner.setMenu(made.menu);
    }

    private void fill() {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        boolean there = item.state() != AttachmentItem.State.MISSING;
        add(Messages.openFile, there, this::open);
        add(Messages.showInFolder, true, this::showFolder);
        add(Messages.copyPath, true, this::copyPath);
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem inline = new MenuItem(menu, SWT.CHECK);
        inline.setText(Messages.inlineMenu);
        inline.setSelection(item.isInline());
        inline.setEnabled(RowTools.canBeInline(item));
        inline.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> list.setInline(item, !item.isInline())));
        add(Messages.optionsMenu, true, toggleDetails);
        add(Messages.undoMenu, !item.options().isEmpty(), () -> list.undoChanges(item));
        add(Messages.reloadMenu, true, () -> list.reload(item));
        new MenuItem(menu, SWT.SEPARATOR);
        add(Messages.removeMenu, true, () -> list.remove(item));
    }

    private void add(String label, boolean enabled, Runnable action) {
        MenuItem entry = new MenuItem(menu, SWT.PUSH);
        entry.setText(label);
        entry.setEnabled(enabled);
        entry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void open() {
        launch(item.path());
    }

    private void showFolder() {
        Path folder = item.path().getParent();
        launch(folder == null ? item.path() : folder);
    }

    private void launch(Path path) {
        if (!Program.launch(path.toString())) {
            list.say(Messages.bind(Messages.openFailed, path));
        }
    }

    private void copyPath() {
        Clipboard clipboard = new Clipboard(owner.getDisplay());
        try {
            clipboard.setContents(new Object[] {item.path().toString()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
