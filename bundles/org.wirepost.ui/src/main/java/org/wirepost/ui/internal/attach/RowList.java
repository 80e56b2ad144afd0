// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Tone;

/** The rows of a list of files, scrolled; the arrow keys go from one to the next. */
final class RowList {

    /** Rows are made a few at a time, so that hundreds of files do not stop the window. */
    private static final long NANOS_FOR_ROWS = 10_000_000;
    private static final int WHEEL = 24;

    private final AttachmentList list;
    private final AttachServices services;
    private final Runnable resized;
    private final ScrolledComposite scroll;
    private final Composite area;
    private final Map<AttachmentItem, AttachmentRow> rows = new HashMap<>();

    /**
     * Makes an empty list.
     *
     * @param resized called when a row needs another height
     */
    RowList(Composite parent, AttachServices services, AttachmentList list, Runnable resized) {
        this.list = list;
        this.services = services;
        this.resized = resized;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        area = new Composite(scroll, SWT.NONE);
        area.setLayout(new RowsLayout(AttachmentRow::of));
        scroll.setContent(area);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        scroll.getVerticalBar().setIncrement(WHEEL);
        scroll.addListener(SWT.Resize, event -> measure());
        services.look().paint(scroll, Tone.TEXT, Tone.GROUND);
        services.look().paint(area, Tone.TEXT, Tone.GROUND);
        area.addPaintListener(event -> drawLines(event.gc));
        scroll.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.listName;
            }
        });
    }

    private void drawLines(GC gc) {
        gc.setForeground(services.look().color(Tone.LINE));
        for (Control row : area.getChildren()) {
            int y = row.getLocation().y - 1;
            gc.drawLine(RowPainter.PICTURE, y, area.getSize().x, y);
        }
    }

    Control control() {
        return scroll;
    }

    /** Tells whether there is a row for each file. */
    boolean isComplete() {
        return rows.size() == list.items().size();
    }

    /** Tells whether a row is unfolded. */
    boolean isDetailed() {
        return rows.values().stream().anyMatch(AttachmentRow::isDetailed);
    }

    /** Shows the files that there are now, as many as can be done quickly; returns whether rows came or went. */
    boolean show(List<AttachmentItem> items) {
        boolean different = removeOld(items);
        long enough = System.nanoTime() + NANOS_FOR_ROWS;
        int before = rows.size();
        for (AttachmentItem item : items) {
            AttachmentRow row = rows.get(item);
            if (row != null) {
                row.show();
            } else if (rows.size() == before || System.nanoTime() < enough) {
                rows.put(item, new AttachmentRow(area, services, list, item, resized, step -> walk(item, step)));
                different = true;
            }
        }
        if (different) {
            order(items);
        }
        return different;
    }

    private boolean removeOld(List<AttachmentItem> items) {
        List<AttachmentItem> old = new ArrayList<>(rows.keySet());
        old.removeAll(items);
        for (AttachmentItem item : old) {
            AttachmentRow row = rows.remove(item);
            boolean focused = row.isFocused();
            int index = List.of(area.getChildren()).indexOf(row.area());
            row.dispose();
            if (focused && !items.isEmpty()) {
                row(items.get(Math.min(index, items.size() - 1))).ifPresent(AttachmentRow::setFocus);
            }
        }
        return !old.isEmpty();
    }

    /** Puts the rows in the order of the files, which a taken-back removal changes. */
    private void order(List<AttachmentItem> items) {
        List<Control> wanted = items.stream().filter(rows::containsKey).<Control>map(item -> rows.get(item).area())
                .toList();
        if (wanted.equals(List.of(area.getChildren()))) {
            return;
        }
        for (int i = wanted.size() - 1; i >= 0; i--) {
            wanted.get(i).moveAbove(null);
        }
    }

    private void walk(AttachmentItem from, int step) {
        List<AttachmentItem> items = list.items();
        int to = items.indexOf(from) + step;
        if (to >= 0 && to < items.size()) {
            row(items.get(to)).ifPresent(AttachmentRow::setFocus);
        }
    }

    /** Returns the row of a file, if it has been made. */
    Optional<AttachmentRow> row(AttachmentItem item) {
        return Optional.ofNullable(rows.get(item));
    }

    /** Returns the height that all rows need at a width. */
    int height(int width) {
        return area.computeSize(width, SWT.DEFAULT).y;
    }

    /** Gives each row the height it needs. */
    void measure() {
        Point needed = area.computeSize(scroll.getClientArea().width, SWT.DEFAULT);
        if (needed.y != scroll.getMinHeight()) {
            scroll.setMinSize(0, needed.y);
        }
        area.layout(false, false);
    }
}
