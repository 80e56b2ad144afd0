// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.Optional;
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
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.structure.PartSelection;
import org.wirepost.ui.internal.structure.PartSelection.Octets;

/**
 * Shows where in the content of a message the selected part is, and selects the part that is clicked or reached by
 * the arrow keys. Whose message it is, the session knows that sent it.
 */
final class ContentBar {

    private static final int LEAST = 3;
    private static final int PADDING = 5;

    private final Canvas canvas;
    private final Look look;
    private final PartSelection selection;
    private final PartSelection.Listener listener = (octets, source) -> redraw();
    private String letter = "";
    private Optional<Layout> layout = Optional.empty();
    private long total;

    ContentBar(Composite parent, Look look, PartSelection selection) {
        this.look = look;
        this.selection = selection;
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

    /**
     * Shows the content of a message.
     *
     * @param recording the session that sent it
     * @param octets how many it has; 0 for none
     */
    void show(Optional<Recording> recording, long octets) {
        total = octets;
        layout = recording.flatMap(Recording::layout);
        letter = layout.map(Layout::letterId).or(() -> recording.map(one -> "session " + one.id())).orElse("");
        canvas.redraw();
    }

    /** Selects the whole content. */
    void selectAll() {
        selection.select(new Octets(letter, layout.map(Layout::root), 0, total), this);
    }

    /** Returns what is marked, in words. */
    String words() {
        Optional<Octets> octets = marked();
        if (octets.isEmpty()) {
            return isChanged() ? Messages.contentChanged : Messages.bind(Messages.contentNothing, total);
        }
        String range = Messages.bind(Messages.contentRange, new Object[] {octets.get().offset(),
            octets.get().offset() + octets.get().length() - 1, total});
        return leaves().stream().filter(part -> isWhole(part, octets.get())).findFirst()
                .map(part -> part.path() + " " + part.type() + part.fileName().map(name -> " " + Inert.of(name))
                        .orElse("")
                        + ": " + range).orElse(range);
    }

    /** The part that is selected in this letter was not in what was sent. */
    private boolean isChanged() {
        return selection.selected().filter(octets -> octets.letter().equals(letter)).isPresent();
    }

    private static boolean isWhole(PartPlan part, Octets octets) {
        return part.header().start() == octets.offset() && part.body().end() == octets.offset() + octets.length();
    }

    /** What is selected is marked only when it belongs to this very message. */
    private Optional<Octets> marked() {
        Optional<Octets> selected = selection.selected().filter(octets -> octets.letter().equals(letter));
        if (layout.isEmpty()) {
            return selected.filter(octets -> octets.part().isEmpty() && octets.length() == total);
        }
        return selected.flatMap(Octets::part).flatMap(part -> layout.get().same(letter, part))
                .map(part -> Octets.of(letter, part));
    }

    private List<PartPlan> leaves() {
        return layout.map(Layout::parts).orElse(List.of()).stream().filter(part -> part.children().isEmpty()).toList();
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
            long from = marked().map(Octets::offset).orElse(-1L);
            int now = (int) leaves.stream().filter(part -> part.header().start() <= from).count() - 1;
            select(leaves.get(Math.floorMod(now + step, leaves.size())));
        }
    }

    private void select(PartPlan part) {
        selection.select(Octets.of(letter, part), this);
    }
}
