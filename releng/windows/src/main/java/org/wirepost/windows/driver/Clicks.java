// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/** What a click does to each kind of widget. */
final class Clicks {

    private Clicks() {
    }

    /** Lets those know that fill a menu, and enable its items, when it is about to be seen. */
    static void openMenu(MenuItem item) {
        Deque<Menu> menus = new ArrayDeque<>();
        for (Menu menu = item.getParent(); menu != null; menu = menu.getParentMenu()) {
            menus.push(menu);
        }
        for (Menu menu : menus) {
            if (!menu.isDisposed()) {
                menu.notifyListeners(SWT.Show, new Event());
            }
        }
    }

    static boolean isEnabled(Widget widget) {
        if (widget instanceof ToolItem item) {
            return item.isEnabled();
        } else if (widget instanceof MenuItem item) {
            return item.isEnabled();
        }
        return !(widget instanceof Control control) || control.isEnabled();
    }

    static void click(Widget widget) {
        if (widget instanceof CTabItem item) {
            item.getParent().setSelection(item);
            Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Selection, event);
        } else if (widget instanceof TabItem item) {
            item.getParent().setSelection(item);
            Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Selection, event);
        } else {
            toggle(widget);
            widget.notifyListeners(SWT.Selection, selection(widget));
            if (!(widget instanceof Button || widget instanceof ToolItem || widget instanceof MenuItem)) {
                mouse(widget);
            }
        }
    }

    private static Event selection(Widget widget) {
        Event event = new Event();
        if (widget instanceof Link link) {
            // The first link in the text is the one that is meant.
            event.text = link.getText().replaceAll("(?s).*?<[aA][^>]*?(?:href=\"([^\"]*)\")?>(.*?)</[aA]>.*", "$1$2");
        }
        return event;
    }

    private static void toggle(Widget widget) {
        int style = widget.getStyle();
        boolean radio = (style & SWT.RADIO) != 0;
        if ((style & (SWT.CHECK | SWT.TOGGLE)) == 0 && !radio) {
            return;
        }
        if (widget instanceof Button button) {
            if (radio) {
                for (Control sibling : button.getParent().getChildren()) {
                    if (sibling instanceof Button other && (other.getStyle() & SWT.RADIO) != 0) {
                        other.setSelection(false);
                    }
                }
            }
            button.setSelection(radio || !button.getSelection());
        } else if (widget instanceof ToolItem item) {
            item.setSelection(radio || !item.getSelection());
        } else if (widget instanceof MenuItem item) {
            item.setSelection(radio || !item.getSelection());
        }
    }

    private static void mouse(Widget widget) {
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            if (!widget.isDisposed()) {
                Event event = new Event();
                event.button = 1;
                event.count = 1;
                event.x = 2;
                event.y = 2;
                widget.notifyListeners(type, event);
            }
        }
    }
}
