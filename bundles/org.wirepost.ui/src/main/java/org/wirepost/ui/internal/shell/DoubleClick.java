// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Counts every two presses on the same tab as a double click. The toolkit takes the second of two double clicks that
 * follow each other fast for the third and fourth click of one, and says nothing of it.
 */
final class DoubleClick implements Listener {

    private final Runnable action;
    private CTabItem pressed;
    private int time;

    DoubleClick(Runnable action) {
        this.action = action;
    }

    @Override
    public void handleEvent(Event event) {
        CTabItem item = event.button == 1
                ? ((CTabFolder) event.widget).getItem(new Point(event.x, event.y)) : null;
        boolean second = item != null && item == pressed && event.time - time <= event.display.getDoubleClickTime();
        pressed = second ? null : item;
        time = event.time;
        if (second) {
            action.run();
        }
    }
}
