// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;

/** Where a window opens: where it was, if that can still be seen, or in the middle of the screen. */
final class FirstBounds {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 920;
    /** What must be seen of the old place, in points each way. */
    private static final int HANDLE = 80;

    private FirstBounds() {
    }

    static Rectangle of(Display display, int... remembered) {
        if (remembered.length == 4) {
            Rectangle old = new Rectangle(remembered[0], remembered[1], remembered[2], remembered[3]);
            for (Monitor monitor : display.getMonitors()) {
                Rectangle seen = old.intersection(monitor.getClientArea());
                if (seen.width >= HANDLE && seen.height >= HANDLE) {
                    return old;
                }
            }
        }
        Rectangle area = display.getPrimaryMonitor().getClientArea();
        int width = Math.min(WIDTH, area.width * 19 / 20);
        int height = Math.min(HEIGHT, area.height * 19 / 20);
        return new Rectangle(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height);
    }
}
