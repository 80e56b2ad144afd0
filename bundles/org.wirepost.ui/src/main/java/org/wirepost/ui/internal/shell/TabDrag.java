// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** A tab on its way from one stack to another: ends where the mouse is let go, or with Escape. */
final class TabDrag implements Listener {

    private final WorkbenchWindow window;
    private final OpenPane pane;
    private final CTabFolder from;
    private final Display display;

    private TabDrag(WorkbenchWindow window, OpenPane pane, CTabFolder from) {
        this.window = window;
        this.pane = pane;
        this.from = from;
        this.display = from.getDisplay();
    }

    static void begin(WorkbenchWindow window, OpenPane pane, CTabFolder from) {
        TabDrag drag = new TabDrag(window, pane, from);
        drag.display.addFilter(SWT.MouseUp, drag);
        drag.display.addFilter(SWT.KeyDown, drag);
        from.setCursor(drag.display.getSystemCursor(SWT.CURSOR_HAND));
        window.areas().showAll(true);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.type == SWT.KeyDown && event.keyCode != SWT.ESC) {
            return;
        }
        display.removeFilter(SWT.MouseUp, this);
        display.removeFilter(SWT.KeyDown, this);
        if (!from.isDisposed()) {
            from.setCursor(null);
        }
        if (event.type == SWT.MouseUp) {
            Point point = display.getCursorLocation();
            window.areas().at(point).ifPresent(stack -> window.move(pane, stack, stack.positionAt(point)));
        }
        window.areas().showAll(false);
    }
}
