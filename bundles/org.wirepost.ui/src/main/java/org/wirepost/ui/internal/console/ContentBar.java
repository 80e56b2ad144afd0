// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirepost.mime.PartPlan;
import org.wirepost.transcript.Inert;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.structure.PartSelection;
import org.wirepost.ui.internal.structure.PartSelection.Octets;

/**
 * Shows where in the content of a message the selected octets are, and selects the part that is clicked or reached by
 * the arrow keys, when the letter is still the one that was sent.
 */
final class ContentBar {

    private static final int LEAST = 3;
    private static final int PADDING = 5;

    private final Canvas canvas;
    private final Look look;
    private final PartSelection selection;
    private final LongFunction<Optional<PartPlan>> trees;
    private final PartSelection.Listener listener = (octets, source) -> redraw();
    private long total;

    ContentBar(Composite parent, Look look, PartSelection selection,
            LongFunction<Optional<PartPlan>> trees) {
        this.look = look;
        this.selection = selection;
        this.trees = trees;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("wirepost.id", "console.content");
        canvas.addPaintListener(event -> draw(event.gc));
        canvas.addListener(SWT.MouseDown, event -> click(event.x));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addTraverseListener(event -> event.doit = true);
        Names.give(canvas, () -> Messages.bind(Messages.contentBarName, words()));
        look.paint(canvas, Tone.TEXT, Tone.GROUND);
        look.watch(canvas, () -> canvas.setFont(look.text()));
        selection.watch(listener);
        canvas.addDisposeListener(event -> selection.unwatch(listener));
    }

    Canvas control() {
        return canvas;
    }

    private void redraw() {
        canvas.redraw();
    }

    /** Shows the content of a message of this many octets; 0 for none. */
    void show(long octets) {
        total = octets;
        canvas.redraw();
    }

    /** Selects the whole content. */
    void selectAll() {
        selection.select(0, total, this);
    }

    /** Returns what is marked, in words. */
    String words() {
        Optional<Octets> octets = marked();
        if (octets.isEmpty()) {
            return selection.selected().isPresent() && root().isEmpty() ? Messages.contentChanged
                    : Messages.bind(Messages.contentNothing, total);
        }
        String range = Messages.bind(Messages.contentRange, new Object[] {octets.get().offset(),
            octets.get().offset() + octets.get().length() - 1, total});
        return leaves().stream().filter(part -> isWhole(part, octets.get())).findFirst()
                .map(part -> part.path() + " " + part.type() + part.fileName().map(name -> " " + Inert.of(name))
                        .orElse("")
                        + ": " + range).orElse(range);
    }

    private static boolean isWhole(PartPlan part, Octets octets) {
        return part.header().start() == octets.offset() && part.body().end() == octets.offset() + octets.length();
    }

    /** Octets are marked only when they belong to this very content: the size tells. */
    private Optional<Octets> marked() {
        return selection.selected().filter(octets -> octets.length() > 0
                && octets.offset() + octets.length() <= total
                && (root().isPresent() || octets.length() == total));
    }

    private Optional<PartPlan> root() {
        return trees.apply(total);
    }

    private List<PartPlan> leaves() {
        List<PartPlan> leaves = new ArrayList<>();
        root().ifPresent(root -> collect(root, leaves));
        return leaves;
    }

    private static void collect(PartPlan part, List<PartPlan> leaves) {
        if (part.children().isEmpty()) {
            leaves.add(part);
        }
        part.children().forEach(child -> collect(child, leaves));
    }

    private void draw(GC gc) {
        Rectangle area = canvas.getClientArea();
        String words = words();
        int textWidth = gc.textExtent(words).x;
        Rectangle bar = bar(area);
        gc.setBackground(look.color(Tone.RAISED));
        gc.fillRectangle(bar);
        marked().ifPresent(octets -> {
            gc.setBackground(look.color(Tone.ACCENT));
            int from = x(octets.offset(), bar);
            gc.fillRectangle(from, bar.y, Math.max(LEAST, x(octets.offset() + octets.length(), bar) - from),
                    bar.height);
        });
        gc.setForeground(look.color(Tone.LINE));
        leaves().forEach(part -> gc.drawLine(x(part.header().start(), bar), bar.y, x(part.header().start(), bar),
                bar.y + bar.height));
        gc.setForeground(look.color(canvas.isFocusControl() ? Tone.ACCENT : Tone.LINE));
        gc.drawRectangle(bar.x, bar.y, bar.width - 1, bar.height - 1);
        gc.setForeground(look.color(Tone.TEXT));
        gc.drawText(words, Math.max(PADDING, area.width - textWidth - PADDING),
                (area.height - gc.getFontMetrics().getHeight()) / 2, true);
    }

    private static Rectangle bar(Rectangle area) {
        return new Rectangle(PADDING, PADDING, Math.max(40, area.width / 2 - PADDING), area.height - 2 * PADDING);
    }

    private int x(long octet, Rectangle bar) {
        return bar.x + (int) (bar.width * octet / Math.max(1, total));
    }

    private void click(int x) {
        canvas.setFocus();
        Rectangle bar = bar(canvas.getClientArea());
        long octet = total * Math.max(0, x - bar.x) / bar.width;
        leaves().stream().filter(part -> part.header().start() <= octet && octet < part.body().end()).findFirst()
                .ifPresent(this::select);
    }

    private void key(Event event) {
        int step = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        List<PartPlan> leaves = leaves();
        if (step != 0 && !leaves.isEmpty()) {
            long from = selection.selected().map(Octets::offset).orElse(-1L);
            int now = (int) leaves.stream().filter(part -> part.header().start() <= from).count() - 1;
            select(leaves.get(Math.floorMod(now + step, leaves.size())));
        }
    }

    private void select(PartPlan part) {
        selection.select(part.header().start(), part.body().end() - part.header().start(), this);
    }
}
