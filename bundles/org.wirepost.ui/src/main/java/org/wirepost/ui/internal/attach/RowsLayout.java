// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Puts rows below each other at full width. Rows know their height, so that hundreds of them cost little. */
final class RowsLayout extends Layout {

    private static final int LINE = 1;

    private final Function<Control, AttachmentRow> rowOf;

    RowsLayout(Function<Control, AttachmentRow> rowOf) {
        this.rowOf = rowOf;
    }

    @Override
    protected Point computeSize(Composite area, int wHint, int hHint, boolean flush) {
        int width = wHint == SWT.DEFAULT ? Math.max(200, area.getSize().x) : wHint;
        int height = 0;
        for (Control child : area.getChildren()) {
            height += rowOf.apply(child).height(width) + LINE;
        }
        return new Point(width, height);
    }

    @Override
    protected void layout(Composite area, boolean flush) {
        int width = area.getClientArea().width;
        int y = 0;
        for (Control child : area.getChildren()) {
            int height = rowOf.apply(child).height(width);
            child.setBounds(0, y, width, height);
            y += height + LINE;
        }
    }
}
