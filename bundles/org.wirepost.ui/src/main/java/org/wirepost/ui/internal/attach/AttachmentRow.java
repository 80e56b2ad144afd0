// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** One file: its card, its buttons, and what unfolds below. */
final class AttachmentRow {

    private static final int MARGIN = 6;
    private static final int REVEAL_MILLIS = 100;
    private static final int INDENT = RowPainter.PICTURE / 2;

    private final Composite area;
    private final AttachServices services;
    private final AttachmentList list;
    private final AttachmentItem item;
    private final Runnable resized;
    private final RowCard card;
    private final RowTools tools;
    private Optional<RowDetails> details = Optional.empty();

    /**
     * Makes a row.
     *
     * @param resized called when it needs another height
     * @param walk called with -1 or 1 when the focus shall go to the row before or behind it
     */
    AttachmentRow(Composite parent, AttachServices services, AttachmentList list, AttachmentItem item,
            Runnable resized, IntConsumer walk) {
        this.services = services;
        this.list = list;
        this.item = item;
        this.resized = resized;
        area = new Composite(parent, SWT.NONE);
        area.setData(this);
        area.addListener(SWT.Resize, event -> arrange());
        services.look().paint(area, Tone.TEXT, Tone.GROUND);
        card = new RowCard(area, services.look(), RowText.of(item));
        card.setData("wirepost.id", "attach.row");
        card.setToolTipText(Shown.label(item.path().toString()));
        tools = new RowTools(area, services.look(), list, item, this::toggleDetails);
        RowMenu.attach(card, list, item, this::toggleDetails);
        card.addListener(SWT.KeyDown, event -> key(event, walk));
        card.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        card.addListener(SWT.MouseDoubleClick, event -> toggleDetails());
        show();
    }

    private void key(Event event, IntConsumer walk) {
        if (event.stateMask != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_UP -> walk.accept(-1);
            case SWT.ARROW_DOWN -> walk.accept(1);
            case SWT.DEL -> list.remove(item);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> toggleDetails();
            default -> { }
        }
    }

    /** Returns the row that stands in a composite. */
    static AttachmentRow of(Control area) {
        return (AttachmentRow) area.getData();
    }

    /** Returns the height that is needed at a width. */
    int height(int width) {
        return headHeight(width) + details.map(shown -> shown.height(width - INDENT)).orElse(0);
    }

    private int headHeight(int width) {
        return Math.max(card.computeSize(width - tools.size().x - MARGIN, SWT.DEFAULT).y, tools.size().y);
    }

    private void arrange() {
        int width = area.getClientArea().width;
        int height = headHeight(width);
        Point size = tools.size();
        int cardWidth = Math.max(0, width - size.x - MARGIN);
        card.setBounds(0, 0, cardWidth, height);
        tools.bar().setBounds(cardWidth, Math.min(MARGIN, Math.max(0, (height - size.y) / 2)), size.x, size.y);
        details.ifPresent(shown -> shown.place(INDENT, height, Math.max(0, width - INDENT)));
    }

    Composite area() {
        return area;
    }

    AttachmentItem item() {
        return item;
    }

    /** A window that closes asks for the focus while its rows are already gone. */
    boolean setFocus() {
        return !card.isDisposed() && card.forceFocus();
    }

    boolean isDetailed() {
        return details.isPresent();
    }

    boolean isFocused() {
        return card.isFocusControl();
    }

    /** Folds or unfolds what can be chosen. */
    void toggleDetails() {
        if (details.isPresent()) {
            details.get().area().dispose();
            details = Optional.empty();
            card.forceFocus();
        } else {
            RowDetails fresh = new RowDetails(area, services, list, item, this::grown);
            fresh.show();
            details = Optional.of(fresh);
        }
        tools.show(details.isPresent());
        arrange();
        resized.run();
        area.getDisplay().timerExec(REVEAL_MILLIS, this::reveal);
    }

    private void grown() {
        arrange();
        resized.run();
    }

    /** Scrolls so that the row is at the top of the list, and the list can be seen, once there is room for it. */
    private void reveal() {
        if (area.isDisposed() || details.isEmpty()) {
            return;
        }
        Control inner = area;
        for (Composite at = area.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrolledComposite scroll && inner == area) {
                scroll.setOrigin(0, area.getLocation().y);
                inner = scroll;
            } else if (at instanceof ScrolledComposite scroll) {
                scroll.showControl(inner);
            }
        }
    }

    /** Shows what is known now. */
    void show() {
        card.show(item.thumbnail());
        boolean higher = card.show(RowText.of(item));
        higher |= details.map(RowDetails::show).orElse(false);
        higher |= tools.show(details.isPresent());
        if (higher) {
            arrange();
            resized.run();
        }
    }

    void dispose() {
        area.dispose();
    }
}
