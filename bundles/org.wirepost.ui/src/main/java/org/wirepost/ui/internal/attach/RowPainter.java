// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Display;
import org.wirepost.mime.attachment.Finding.Severity;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** Draws a row's picture and lines, and tells how high they get; the same walk for both. */
final class RowPainter {

    static final int PICTURE = 48;
    private static final int MARGIN = 6;
    private static final int GAP = 10;
    private static final int ICON = 16;
    private static final int LEAST_WIDTH = 60;

    private final Look look;
    private final RowText text;
    private final Optional<Image> picture;
    private final Optional<GC> gc;
    private final int right;
    private int y = MARGIN;

    private RowPainter(Look look, RowText text, Optional<Image> picture, Optional<GC> gc, int width) {
        this.look = look;
        this.text = text;
        this.picture = picture;
        this.gc = gc;
        this.right = Math.max(width - MARGIN, left() + LEAST_WIDTH);
    }

    /** Returns the height that a row of this width needs. */
    static int height(Look look, RowText text, int width) {
        RowPainter walk = new RowPainter(look, text, Optional.empty(), Optional.empty(), width);
        walk.lines();
        return Math.max(walk.y, PICTURE + MARGIN) + MARGIN;
    }

    /** Draws the row. */
    static void paint(GC gc, Look look, RowText text, Optional<Image> picture, Rectangle area, boolean focused) {
        gc.setBackground(look.color(Tone.GROUND));
        gc.fillRectangle(area);
        RowPainter painter = new RowPainter(look, text, picture, Optional.of(gc), area.width);
        painter.picture(gc);
        painter.lines();
        if (focused) {
            gc.setForeground(look.color(Tone.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(area.x + 1, area.y + 1, area.width - 3, area.height - 3, 6, 6);
        }
    }

    private static int left() {
        return MARGIN + PICTURE + GAP;
    }

    private void picture(GC target) {
        target.setBackground(look.color(Tone.RAISED));
        target.fillRoundRectangle(MARGIN, MARGIN, PICTURE, PICTURE, 6, 6);
        if (picture.isEmpty()) {
            target.drawImage(look.icon(text.icon()), MARGIN + (PICTURE - ICON) / 2, MARGIN + (PICTURE - ICON) / 2);
            return;
        }
        Rectangle size = picture.get().getBounds();
        double scale = Math.min(1, (double) PICTURE / Math.max(size.width, size.height));
        int width = Math.max(1, (int) Math.round(size.width * scale));
        int height = Math.max(1, (int) Math.round(size.height * scale));
        target.setInterpolation(SWT.HIGH);
        target.drawImage(picture.get(), 0, 0, size.width, size.height, MARGIN + (PICTURE - width) / 2,
                MARGIN + (PICTURE - height) / 2, width, height);
    }

    private void lines() {
        line(Shortened.of(text.name(), look.bold(), right - left()), look.bold(), Tone.TEXT, left());
        String facts = text.type().isEmpty() || text.facts().isEmpty() ? text.type() + text.facts()
                : text.facts() + "  \u00b7  " + text.type();
        line(facts, look.text(), Tone.QUIET, left());
        line(text.change(), look.text(), text.changed() ? Tone.GOOD : Tone.QUIET, left());
        for (RowText.Remark remark : text.remarks()) {
            int top = y;
            gc.ifPresent(target -> target.drawImage(look.icon(remark.icon()), left(), top));
            line(remark.line(), look.text(), tone(remark.severity()), left() + ICON + 4);
            y = Math.max(y, top + ICON);
        }
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case INFO -> Tone.TEXT;
            case WARN -> Tone.WARNING;
            case BROKEN -> Tone.ERROR;
        };
    }

    private void line(String words, Font font, Tone tone, int x) {
        if (words.isEmpty()) {
            return;
        }
        TextLayout layout = new TextLayout(Display.getCurrent());
        try {
            layout.setFont(font);
            // A word joiner, so that no line ends within a type.
            layout.setText(Shown.text(words).replace("/", "/\u2060"));
            layout.setWidth(right - x);
            gc.ifPresent(target -> {
                target.setForeground(look.color(tone));
                layout.draw(target, x, y);
            });
            y += layout.getBounds().height + 1;
        } finally {
            layout.dispose();
        }
    }
}
