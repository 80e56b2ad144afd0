// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

/** Collects what a window says: labels, titles, hints and tool tips, each with where it stands. */
public final class VisibleTexts {

    private final List<Said> said = new ArrayList<>();

    /**
     * A text in the window.
     *
     * @param where the path to its control
     * @param text the text
     */
    public record Said(String where, String text) {
    }

    private VisibleTexts() {
    }

    /** Returns what a window and all that is in it say. */
    public static List<Said> of(Shell shell) {
        VisibleTexts texts = new VisibleTexts();
        texts.add("shell", shell.getText());
        if (shell.getMenuBar() != null) {
            texts.menu("menu", shell.getMenuBar());
        }
        texts.control("", shell);
        return texts.said;
    }

    private void add(String where, String text) {
        if (text != null && !text.isBlank()) {
            said.add(new Said(where, text));
        }
    }

    private void menu(String where, Menu menu) {
        for (MenuItem item : menu.getItems()) {
            add(where, item.getText().split("\t", 2)[0]);
            add(where + "/tip", item.getToolTipText());
            if (item.getMenu() != null) {
                menu(where + "/" + item.getText(), item.getMenu());
            }
        }
    }

    private void control(String above, Control control) {
        Object id = control.getData("wirepost.id");
        String where = above + "/" + control.getClass().getSimpleName() + (id == null ? "" : "[" + id + "]");
        add(where + "/tip", control.getToolTipText());
        text(where, control);
        items(where, control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                control(where, child);
            }
        }
    }

    private void text(String where, Control control) {
        if (control instanceof Label label) {
            add(where, label.getText());
        } else if (control instanceof Button button) {
            add(where, button.getText());
        } else if (control instanceof Link link) {
            add(where, link.getText());
        } else if (control instanceof CLabel label) {
            add(where, label.getText());
        } else if (control instanceof Group group) {
            add(where, group.getText());
        } else if (control instanceof Text text) {
            add(where + "/message", text.getMessage());
            if ((text.getStyle() & SWT.READ_ONLY) != 0) {
                add(where, text.getText());
            }
        } else if (control instanceof Combo combo) {
            Arrays.stream(combo.getItems()).forEach(item -> add(where, item));
        }
    }

    private void items(String where, Control control) {
        if (control instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                add(where, item.getText());
                add(where + "/tip", item.getToolTipText());
            }
        } else if (control instanceof CTabFolder folder) {
            for (CTabItem item : folder.getItems()) {
                add(where, item.getText());
                add(where + "/tip", item.getToolTipText());
            }
        } else if (control instanceof Table table) {
            columns(where, table.getColumns());
        } else if (control instanceof Tree tree) {
            columns(where, tree.getColumns());
        }
    }

    private void columns(String where, Item[] columns) {
        Arrays.stream(columns).forEach(column -> add(where + "/column", column.getText()));
    }
}
