// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** What stands in the middle of the window when nothing is open there. */
final class EmptyHint {

    private EmptyHint() {
    }

    static void draw(GC gc, Rectangle area, String text, Look look) {
        gc.setFont(look.text());
        gc.setForeground(look.color(Tone.QUIET));
        Point size = gc.textExtent(text, SWT.DRAW_DELIMITER);
        gc.drawText(text, area.x + (area.width - size.x) / 2, area.y + (area.height - size.y) / 2,
                SWT.DRAW_DELIMITER | SWT.DRAW_TRANSPARENT);
    }
}
