// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** A thin line around a control, which shows where the focus is; that of the platform is hardly seen on dark ground. */
final class Frame {

    private final Composite box;
    private final Look look;

    Frame(Composite parent, Look look) {
        this.look = look;
        box = new Composite(parent, SWT.NONE);
        box.setLayout(new Line());
    }

    /** Returns what the control goes into. */
    Composite box() {
        return box;
    }

    /** Has the line follow the focus of a control. */
    void around(Control inside) {
        inside.addListener(SWT.FocusIn, event -> draw(true));
        inside.addListener(SWT.FocusOut, event -> draw(false));
        look.watch(box, () -> draw(inside.isFocusControl()));
    }

    private void draw(boolean focused) {
        box.setBackground(look.color(focused ? Tone.ACCENT : Tone.LINE));
    }

    /** Leaves the line free around the only child; a box of no size has a child of no size, never of less. */
    private static final class Line extends Layout {

        /** A text asks the window system whenever it is measured: that is not done twice. */
        private final Map<Point, Point> known = new HashMap<>();

        @Override
        protected Point computeSize(Composite composite, int wide, int high, boolean flush) {
            if (flush) {
                known.clear();
            }
            Point size = known.computeIfAbsent(new Point(wide, high), hint -> measure(composite, wide, high, flush));
            return new Point(size.x, size.y);
        }

        @Override
        protected boolean flushCache(Control control) {
            known.clear();
            return true;
        }

        private static Point measure(Composite composite, int wide, int high, boolean flush) {
            Control child = composite.getChildren()[0];
            Point size = child.computeSize(wide == SWT.DEFAULT ? wide : Math.max(0, wide - 2),
                    high == SWT.DEFAULT ? high : Math.max(0, high - 2), flush);
            return new Point(size.x + 2, size.y + 2);
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle area = composite.getClientArea();
            composite.getChildren()[0].setBounds(1, 1, Math.max(0, area.width - 2), Math.max(0, area.height - 2));
        }
    }
}
