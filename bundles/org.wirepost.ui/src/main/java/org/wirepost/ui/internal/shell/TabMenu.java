// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.wirepost.ui.Place;

/** The menu on a tab: what the mouse does by dragging and double clicks, for the keyboard. */
final class TabMenu {

    private final WorkbenchWindow window;

    TabMenu(WorkbenchWindow window) {
        this.window = window;
    }

    void show(OpenPane pane, Control on) {
        Menu menu = new Menu(on);
        for (Place place : Place.values()) {
            boolean here = window.stackOf(pane).filter(stack -> stack.place() == place).isPresent();
            add(menu, moveTo(place), !here, () -> window.move(pane, window.areas().stack(place), -1));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        add(menu, Messages.tabMaximize, true,
                () -> window.stackOf(pane).ifPresent(window.areas()::toggleMaximized));
        add(menu, Messages.tabClose, true, () -> window.askToClose(pane));
        menu.addListener(SWT.Hide, event -> on.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static String moveTo(Place place) {
        return switch (place) {
            case LEFT -> Messages.moveLeft;
            case CENTER -> Messages.moveCenter;
            case RIGHT -> Messages.moveRight;
            case BOTTOM -> Messages.moveBottom;
        };
    }

    private static void add(Menu menu, String text, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }
}
