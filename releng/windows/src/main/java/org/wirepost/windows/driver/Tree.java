// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Widget;

/** All widgets of a display in the order in which they were made. Rows of tables and trees are not among them. */
final class Tree {

    private final List<Widget> found = new ArrayList<>();

    private Tree() {
    }

    static List<Widget> of(Display display) {
        Tree tree = new Tree();
        // What was opened last is in front.
        Shell[] shells = display.getShells();
        for (int i = shells.length - 1; i >= 0; i--) {
            tree.add(shells[i]);
        }
        return tree.found;
    }

    static List<Widget> of(Control control) {
        Tree tree = new Tree();
        tree.add(control);
        return tree.found;
    }

    private void add(Control control) {
        found.add(control);
        if (control instanceof Shell shell && shell.getMenuBar() != null) {
            add(shell.getMenuBar());
        }
        if (control.getMenu() != null) {
            add(control.getMenu());
        }
        if (control instanceof ToolBar bar) {
            found.addAll(Arrays.asList(bar.getItems()));
        } else if (control instanceof TabFolder folder) {
            found.addAll(Arrays.asList(folder.getItems()));
        } else if (control instanceof CTabFolder folder) {
            found.addAll(Arrays.asList(folder.getItems()));
        }
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                if (!(child instanceof Shell)) {
                    add(child);
                }
            }
        }
    }

    private void add(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            found.add(item);
            if (item.getMenu() != null) {
                add(item.getMenu());
            }
        }
    }
}
