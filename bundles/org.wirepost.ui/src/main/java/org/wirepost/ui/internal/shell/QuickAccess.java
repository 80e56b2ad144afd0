// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Finds commands and views by a few letters. */
final class QuickAccess extends PopupDialog {

    private final CommandTable commands;
    private final Keys keys;
    private final ViewRegistry views;
    private final WorkbenchWindow window;
    private final Look look;
    private final Shell parent;
    private Text text;
    private Table table;

    /** A line of the list. */
    private record Hit(String label, String keys, String tip, Runnable action) {
    }

    QuickAccess(Shell parent, CommandTable commands, Keys keys, ViewRegistry views, WorkbenchWindow window, Look look) {
        super(parent, SWT.RESIZE, true, false, false, false, false, Messages.quickAccess, Messages.quickAccessHint);
        this.parent = parent;
        this.commands = commands;
        this.keys = keys;
        this.views = views;
        this.window = window;
        this.look = look;
    }

    @Override
    protected Control createDialogArea(Composite area) {
        Composite page = (Composite) super.createDialogArea(area);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(page);
        text = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH);
        text.setMessage(Messages.quickAccessMessage);
        text.setData("wirepost.id", "quickAccess.text");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = new Table(page, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("wirepost.id", "quickAccess.list");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        new TableColumn(table, SWT.NONE).setWidth(330);
        new TableColumn(table, SWT.NONE).setWidth(140);
        look.paint(table, Tone.TEXT, Tone.GROUND);
        text.addModifyListener(event -> show());
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> moveBy(event.keyCode)));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> run()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> run()));
        show();
        return page;
    }

    private void moveBy(int key) {
        int by = key == SWT.ARROW_DOWN ? 1 : key == SWT.ARROW_UP ? -1 : 0;
        if (by != 0 && table.getItemCount() > 0) {
            table.setSelection(Math.floorMod(table.getSelectionIndex() + by, table.getItemCount()));
        }
    }

    private void show() {
        table.removeAll();
        String wanted = text.getText().toLowerCase(Locale.getDefault()).strip();
        List<Hit> all = hits();
        all.stream().filter(hit -> matches(hit.label(), wanted)).forEach(this::add);
        all.stream().filter(hit -> !matches(hit.label(), wanted) && matches(hit.label() + " " + hit.tip(), wanted))
                .forEach(this::add);
        if (table.getItemCount() == 0) {
            new TableItem(table, SWT.NONE).setText(Messages.quickAccessNothing);
        } else {
            table.setSelection(0);
        }
    }

    private void add(Hit hit) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(new String[] {hit.label(), hit.keys()});
        item.setData(hit);
    }

    /** Every word that was typed must stand in the text. */
    static boolean matches(String text, String wanted) {
        String lower = text.toLowerCase(Locale.getDefault());
        for (String word : wanted.split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        for (CommandSpec spec : commands.commands()) {
            if (commands.isEnabled(spec.id())) {
                hits.add(new Hit(spec.plainLabel(), keys.of(spec.id()).orElse(""), spec.tip(),
                        () -> commands.run(spec.id())));
            }
        }
        for (View view : views.views()) {
            if (!view.isMultiple()) {
                hits.add(new Hit(Messages.bind(Messages.openView, view.title()), "", "",
                        () -> window.open(view.id(), "")));
            }
        }
        return hits;
    }

    private void run() {
        int index = table.getSelectionIndex();
        if (index >= 0 && table.getItem(index).getData() instanceof Hit hit) {
            close();
            hit.action().run();
        }
    }

    @Override
    protected Control getFocusControl() {
        return text;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(520, 420);
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle bounds = parent.getBounds();
        return new Point(bounds.x + (bounds.width - size.x) / 2, bounds.y + 80);
    }
}
