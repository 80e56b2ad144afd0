// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Display;

/** Leaves out the middle of a name that does not fit, so that its end still shows what kind of file it is. */
final class Shortened {

    private static final char DOTS = '\u2026';

    private Shortened() {
    }

    /** Returns as much of a name as fits into one line. */
    static String of(String name, Font font, int width) {
        TextLayout layout = new TextLayout(Display.getCurrent());
        try {
            layout.setFont(font);
            if (fits(layout, name, width)) {
                return name;
            }
            int least = 0;
            int most = name.length();
            while (least < most) {
                int middle = (least + most + 1) / 2;
                if (fits(layout, cut(name, middle), width)) {
                    least = middle;
                } else {
                    most = middle - 1;
                }
            }
            return cut(name, Math.max(1, least));
        } finally {
            layout.dispose();
        }
    }

    private static boolean fits(TextLayout layout, String text, int width) {
        layout.setText(text);
        return layout.getBounds().width <= width;
    }

    /** Keeps so many characters, never half of one. */
    static String cut(String name, int keep) {
        int head = (keep + 1) / 2;
        int tail = name.length() - (keep - head);
        if (head > 0 && Character.isHighSurrogate(name.charAt(head - 1))) {
            head--;
        }
        if (tail < name.length() && Character.isLowSurrogate(name.charAt(tail))) {
            tail++;
        }
        return name.substring(0, head) + DOTS + name.substring(tail);
    }
}
