// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.ui.internal.look.Look;

/** The drawn part of a row; it holds the focus and speaks for the row. */
final class RowCard extends Canvas {

    private final Look look;
    private RowText text;
    private Optional<Pixels> pixels = Optional.empty();
    private Optional<Image> picture = Optional.empty();
    private int knownWidth = -1;
    private int knownHeight;

    RowCard(Composite parent, Look look, RowText text) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.text = text;
        addPaintListener(event -> RowPainter.paint(event.gc, look, this.text, picture, getClientArea(),
                isFocusControl()));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseDown, event -> forceFocus());
        addDisposeListener(event -> picture.ifPresent(Image::dispose));
        look.watch(this, () -> {
            knownWidth = -1;
            redraw();
        });
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = RowCard.this.text.spoken();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LISTITEM;
            }
        });
    }

    RowText text() {
        return text;
    }

    /** Shows other words; returns whether the row needs another height. */
    boolean show(RowText other) {
        if (other.equals(text)) {
            return false;
        }
        text = other;
        int before = knownHeight;
        int width = knownWidth;
        knownWidth = -1;
        redraw();
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        return width < 0 || computeSize(width, SWT.DEFAULT).y != before;
    }

    /** Shows another picture. */
    void show(Optional<Pixels> other) {
        if (other.equals(pixels)) {
            return;
        }
        pixels = other;
        picture.ifPresent(Image::dispose);
        picture = other.map(source -> new Image(getDisplay(), data(source)));
        redraw();
    }

    private static ImageData data(Pixels source) {
        ImageData data = new ImageData(source.width(), source.height(), 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[source.width() * source.height()];
        int[] row = new int[source.width()];
        for (int y = 0; y < source.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int argb = source.at(x, y);
                row[x] = argb & 0xffffff;
                data.alphaData[y * row.length + x] = (byte) (argb >>> 24);
            }
            data.setPixels(0, y, row.length, row, 0);
        }
        return data;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = wHint == SWT.DEFAULT ? 320 : wHint;
        if (width != knownWidth) {
            knownWidth = width;
            knownHeight = RowPainter.height(look, text, width);
        }
        return new Point(width, hHint == SWT.DEFAULT ? knownHeight : hHint);
    }
}
