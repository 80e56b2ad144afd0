// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.internal.console.Waterfall.Bar;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** Draws how long each phase took: a block for each, as wide as its share, but never too narrow for its name. */
final class WaterfallStrip {

    private static final int PADDING = 5;
    private static final int GAP = 2;

    private final Canvas canvas;
    private final Look look;
    private Waterfall waterfall = new Waterfall(List.of());
    private List<Rectangle> blocks = List.of();

    WaterfallStrip(Composite parent, Look look) {
        this.look = look;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("wirepost.id", "console.waterfall");
        canvas.addPaintListener(event -> draw(event.gc));
        canvas.addListener(SWT.MouseMove, event -> tip(new Point(event.x, event.y)));
        Names.give(canvas, this::words);
        look.paint(canvas, Tone.TEXT, Tone.GROUND);
        look.watch(canvas, () -> {
            canvas.setFont(look.text());
            canvas.redraw();
        });
    }

    Canvas control() {
        return canvas;
    }

    /** Returns the height that one row of blocks needs. */
    int height() {
        GC gc = new GC(canvas);
        try {
            return gc.getFontMetrics().getHeight() + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    void show(Waterfall other) {
        if (!other.equals(waterfall)) {
            waterfall = other;
            canvas.redraw();
        }
    }

    /** Returns what is drawn, in words. */
    String words() {
        if (waterfall.bars().isEmpty()) {
            return Messages.waterfallEmpty;
        }
        return Messages.bind(Messages.waterfallWords, waterfall.bars().stream()
                .map(bar -> bar.phase().label() + " " + Times.span(bar.nanos())).collect(Collectors.joining(", ")),
                Times.span(waterfall.total()));
    }

    private void draw(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(look.color(Tone.GROUND));
        gc.fillRectangle(area);
        String total = waterfall.bars().isEmpty() ? Messages.waterfallEmpty : Times.span(waterfall.total());
        int totalWidth = gc.textExtent(total).x + 2 * PADDING;
        blocks = layout(gc, area.width - totalWidth, area.height);
        for (int i = 0; i < blocks.size(); i++) {
            drawBlock(gc, waterfall.bars().get(i), blocks.get(i));
        }
        gc.setForeground(look.color(Tone.TEXT));
        int x = blocks.isEmpty() ? PADDING : area.width - totalWidth + PADDING;
        gc.drawText(total, x, (area.height - gc.textExtent(total).y) / 2, true);
    }

    private List<Rectangle> layout(GC gc, int width, int height) {
        List<Rectangle> result = new ArrayList<>();
        List<Bar> bars = waterfall.bars();
        int[] least = bars.stream().mapToInt(bar -> gc.textExtent(bar.phase().label()).x + 2 * PADDING).toArray();
        int spare = Math.max(0, width - java.util.Arrays.stream(least).sum() - GAP * bars.size());
        long total = Math.max(1, waterfall.total());
        int x = 0;
        for (int i = 0; i < bars.size(); i++) {
            int own = least[i] + (int) (spare * bars.get(i).nanos() / total);
            result.add(new Rectangle(x, GAP, own, height - 2 * GAP));
            x += own + GAP;
        }
        return result;
    }

    private void drawBlock(GC gc, Bar bar, Rectangle box) {
        gc.setBackground(look.color(Tone.RAISED));
        gc.fillRectangle(box);
        gc.setBackground(look.color(tone(bar.phase())));
        gc.fillRectangle(box.x, box.y + box.height - 3, box.width, 3);
        gc.setForeground(look.color(Tone.LINE));
        gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
        gc.setForeground(look.color(Tone.TEXT));
        String label = bar.phase().label();
        String full = label + " " + Times.span(bar.nanos());
        String text = gc.textExtent(full).x + 2 * PADDING <= box.width ? full : label;
        gc.drawText(text, box.x + (box.width - gc.textExtent(text).x) / 2,
                box.y + (box.height - gc.textExtent(text).y) / 2 - 1, true);
    }

    private static Tone tone(Phase phase) {
        return switch (phase) {
            case DNS, TCP, TLS -> Tone.FACT;
            case GREETING, EHLO -> Tone.QUIET;
            case AUTH -> Tone.WARNING;
            case MAIL, RCPT -> Tone.ACCENT;
            case CONTENT, RESULT, OTHER -> Tone.GOOD;
        };
    }

    private void tip(Point at) {
        String words = null;
        for (int i = 0; i < blocks.size() && i < waterfall.bars().size(); i++) {
            if (blocks.get(i).contains(at)) {
                words = words(waterfall.bars().get(i));
            }
        }
        String shown = words == null ? null : Shown.label(words);
        if (!Objects.equals(shown, canvas.getToolTipText())) {
            canvas.setToolTipText(shown);
        }
    }

    private String words(Bar bar) {
        long share = Math.round(100.0 * bar.nanos() / Math.max(1, waterfall.total()));
        return Messages.bind(Messages.waterfallTip,
                new Object[] {bar.phase().label(), Times.span(bar.nanos()), share, Times.since(bar.start())});
    }
}
