// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** What is done to fields and lists. */
final class Fields {

    private Fields() {
    }

    static void replace(Control field, String text) {
        field.setFocus();
        if (field instanceof Text one) {
            one.selectAll();
            one.insert(text);
        } else if (field instanceof StyledText one) {
            one.setSelectionRange(0, one.getCharCount());
            one.insert(text);
            one.setCaretOffset(text.length());
        } else if (field instanceof Combo one) {
            one.setText(text);
        } else if (field instanceof Spinner one) {
            one.setSelection(Integer.parseInt(text));
        } else {
            throw new AssertionError("Nothing can be typed into " + field);
        }
    }

    static int indexOf(Control control, String entry) {
        return Arrays.asList(entries(control)).indexOf(entry);
    }

    private static String[] entries(Control control) {
        if (control instanceof Combo one) {
            return one.getItems();
        } else if (control instanceof List one) {
            return one.getItems();
        } else if (control instanceof Table one) {
            return texts(Stream.of(one.getItems()));
        } else if (control instanceof Tree one) {
            return texts(flat(one.getItems()));
        } else if (control instanceof CTabFolder one) {
            return texts(Stream.of(one.getItems()));
        }
        throw new AssertionError("There is nothing to choose in " + control);
    }

    private static String[] texts(Stream<? extends Widget> items) {
        return items.map(item -> Words.of(item).orElse("")).toArray(String[]::new);
    }

    private static Stream<TreeItem> flat(TreeItem[] items) {
        return Stream.of(items).flatMap(item -> Stream.concat(Stream.of(item), flat(item.getItems())));
    }

    static void select(Control control, String entry) {
        int index = indexOf(control, entry);
        Event event = new Event();
        if (control instanceof Combo one) {
            one.select(index);
        } else if (control instanceof List one) {
            one.setSelection(index);
        } else if (control instanceof Table one) {
            one.setSelection(index);
            event.item = one.getItem(index);
        } else if (control instanceof Tree one) {
            TreeItem item = flat(one.getItems()).toList().get(index);
            one.setSelection(item);
            event.item = item;
        } else if (control instanceof CTabFolder one) {
            one.setSelection(index);
            event.item = one.getItem(index);
        }
        control.setFocus();
        control.notifyListeners(SWT.Selection, event);
    }
}
