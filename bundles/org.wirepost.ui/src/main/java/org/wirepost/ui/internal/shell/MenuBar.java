// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.command.MenuName;

/** The menus, filled from the table of commands each time one is opened. */
final class MenuBar {

    private static final int GROUP = 10;

    private final WorkbenchWindow window;
    private final CommandTable commands;
    private final Keys keys;
    private final ViewRegistry views;

    MenuBar(WorkbenchWindow window, CommandTable commands, Keys keys, ViewRegistry views) {
        this.window = window;
        this.commands = commands;
        this.keys = keys;
        this.views = views;
    }

    void fill(Shell shell) {
        Menu bar = new Menu(shell, SWT.BAR);
        for (MenuName name : MenuName.values()) {
            MenuItem item = new MenuItem(bar, SWT.CASCADE);
            item.setText(title(name));
            Menu menu = new Menu(shell, SWT.DROP_DOWN);
            item.setMenu(menu);
            // An empty menu would not open on every platform.
            fill(menu, name);
            menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill(menu, name)));
        }
        shell.setMenuBar(bar);
    }

    private static String title(MenuName name) {
        return switch (name) {
            case FILE -> Messages.menuFile;
            case EDIT -> Messages.menuEdit;
            case MESSAGE -> Messages.menuMessage;
            case SERVER -> Messages.menuServer;
            case VIEW -> Messages.menuView;
            case TOOLS -> Messages.menuTools;
            case HELP -> Messages.menuHelp;
        };
    }

    private void fill(Menu menu, MenuName name) {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        int group = -1;
        for (CommandSpec spec : commands.commands()) {
            if (spec.menu() == name) {
                if (group >= 0 && spec.order() / GROUP != group) {
                    new MenuItem(menu, SWT.SEPARATOR);
                }
                group = spec.order() / GROUP;
                add(menu, spec);
            }
        }
        if (name == MenuName.VIEW) {
            new MenuItem(menu, SWT.SEPARATOR);
            views.views().stream().filter(view -> !view.isMultiple()).forEach(view -> add(menu, view));
        }
    }

    private void add(Menu menu, CommandSpec spec) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(spec.label() + keys.of(spec.id()).map(text -> "\t" + text).orElse(""));
        item.setToolTipText(spec.tip());
        item.setEnabled(commands.isEnabled(spec.id()));
        item.setData("wirepost.id", spec.id());
        item.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> later(() -> commands.run(spec.id()))));
    }

    private void add(Menu menu, View view) {
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        item.setText(view.title());
        item.setSelection(window.panes().find(view.id(), "").isPresent());
        item.setData("wirepost.id", "view:" + view.id());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> later(() -> window.toggle(view))));
    }

    /** Behind the end of the menu, which gives the focus back to where it was. */
    private void later(Runnable action) {
        window.shell().getDisplay().asyncExec(() -> {
            if (!window.shell().isDisposed()) {
                action.run();
            }
        });
    }
}
