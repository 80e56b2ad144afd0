// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.work.Beat;

/**
 * The rows of a letter's files, in a scrolled list that wants no more than a few rows of height; where nothing is
 * attached, a line that invites to drop something. Takes dropped files. While it is on the screen it has the list look
 * for files that have gone or changed.
 */
public final class AttachmentStrip extends Composite {

    /** Rows are made a few at a time, so that hundreds of files do not stop the window. */
    private static final long NANOS_FOR_ROWS = 10_000_000;
    private static final int LEAST_HEIGHT = 62;
    private static final int MOST_HEIGHT = 230;
    private static final int DETAILED_HEIGHT = 340;
    private static final int CHECK_MILLIS = 1500;

    private final AttachmentList list;
    private final AttachServices services;
    private final StripHeader header;
    private final ScrolledComposite scroll;
    private final Composite rowArea;
    private final StripNotice notice;
    private final Map<AttachmentItem, AttachmentRow> rows = new HashMap<>();
    private final Beat refresh;
    private final Beat fit;
    private int wantedHeight;

    /**
     * Makes the rows.
     *
     * @param parent where
     * @param list the files
     * @param services the rest of the desktop
     */
    public AttachmentStrip(Composite parent, AttachmentList list, AttachServices services) {
        super(parent, SWT.NONE);
        this.list = list;
        this.services = services;
        setData("wirepost.id", "attach.strip");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        services.look().paint(this, Tone.TEXT, Tone.GROUND);
        header = new StripHeader(this, services.look());
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        rowArea = new Composite(scroll, SWT.NONE);
        rowArea.setLayout(new RowsLayout(AttachmentRow::of));
        scroll.setContent(rowArea);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        services.look().paint(scroll, Tone.TEXT, Tone.GROUND);
        services.look().paint(rowArea, Tone.TEXT, Tone.GROUND);
        rowArea.addPaintListener(event -> {
            event.gc.setForeground(services.look().color(Tone.LINE));
            for (Control row : rowArea.getChildren()) {
                int y = row.getLocation().y - 1;
                event.gc.drawLine(RowPainter.PICTURE, y, rowArea.getSize().x, y);
            }
        });
        notice = new StripNotice(this, services.look(), list);
        refresh = services.ui().beat(this::refresh);
        fit = services.ui().beat(this::fit);
        Runnable watcher = refresh::ask;
        list.watch(watcher);
        addDisposeListener(event -> list.unwatch(watcher));
        scroll.addListener(SWT.Resize, event -> measure());
        Listener roomChanged = event -> fit.ask();
        parent.addListener(SWT.Resize, roomChanged);
        addDisposeListener(event -> parent.removeListener(SWT.Resize, roomChanged));
        scroll.getVerticalBar().setIncrement(24);
        FileDrop.accept(this, list::addAll);
        name(scroll);
        refresh();
        watchFiles();
    }

    private static void name(Control control) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.listName;
            }
        });
    }

    private void watchFiles() {
        if (!isDisposed()) {
            if (isVisible()) {
                list.check();
            }
            getDisplay().timerExec(CHECK_MILLIS, this::watchFiles);
        }
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        List<AttachmentItem> items = list.items();
        boolean different = removeOld(items);
        long enough = System.nanoTime() + NANOS_FOR_ROWS;
        int before = rows.size();
        for (AttachmentItem item : items) {
            AttachmentRow row = rows.get(item);
            if (row != null) {
                row.show();
            } else if (rows.size() == before || System.nanoTime() < enough) {
                rows.put(item, add(item));
                different = true;
            }
        }
        header.show(items);
        different |= notice.show();
        different |= setShown(scroll, !items.isEmpty());
        if (different) {
            order(items);
            fit();
        }
        if (rows.size() < items.size()) {
            refresh.ask();
        }
    }

    private AttachmentRow add(AttachmentItem item) {
        return new AttachmentRow(rowArea, services, list, item, fit::ask, step -> walk(item, step));
    }

    private boolean removeOld(List<AttachmentItem> items) {
        List<AttachmentItem> old = new ArrayList<>(rows.keySet());
        old.removeAll(items);
        for (AttachmentItem item : old) {
            AttachmentRow row = rows.remove(item);
            boolean focused = row.isFocused();
            int index = List.of(rowArea.getChildren()).indexOf(row.area());
            row.dispose();
            if (focused) {
                focusNear(items, index);
            }
        }
        return !old.isEmpty();
    }

    private void focusNear(List<AttachmentItem> items, int index) {
        if (items.isEmpty()) {
            notice.focus();
        } else {
            Optional.ofNullable(rows.get(items.get(Math.min(index, items.size() - 1)))).ifPresent(AttachmentRow::setFocus);
        }
    }

    /** Puts the rows in the order of the files, which a taken-back removal changes. */
    private void order(List<AttachmentItem> items) {
        List<Control> wanted = items.stream().filter(rows::containsKey).<Control>map(item -> rows.get(item).area())
                .toList();
        if (wanted.equals(List.of(rowArea.getChildren()))) {
            return;
        }
        for (int i = wanted.size() - 1; i >= 0; i--) {
            wanted.get(i).moveAbove(null);
        }
    }

    private void walk(AttachmentItem from, int step) {
        List<AttachmentItem> items = list.items();
        int to = items.indexOf(from) + step;
        if (to >= 0 && to < items.size() && rows.containsKey(items.get(to))) {
            rows.get(items.get(to)).setFocus();
        }
    }

    /** Puts the focus on the first file. */
    @Override
    public boolean setFocus() {
        return list.items().stream().findFirst().map(rows::get).map(AttachmentRow::setFocus).orElse(false);
    }

    /** Unfolds what can be chosen for a file. */
    public void showOptions(AttachmentItem item) {
        Optional.ofNullable(rows.get(item)).ifPresent(AttachmentRow::toggleDetails);
    }

    static boolean setShown(Control control, boolean shown) {
        boolean different = control.getVisible() != shown || control.getLayoutData() instanceof
                org.eclipse.swt.layout.GridData data && data.exclude == shown;
        control.setVisible(shown);
        if (control.getLayoutData() instanceof org.eclipse.swt.layout.GridData data) {
            data.exclude = !shown;
        }
        return different;
    }

    private void measure() {
        int width = scroll.getClientArea().width;
        Point needed = rowArea.computeSize(width, SWT.DEFAULT);
        if (needed.y != scroll.getMinHeight()) {
            scroll.setMinSize(0, needed.y);
        }
        rowArea.layout(false, false);
    }

    /** The rows need another height; perhaps the whole does, too. */
    private void fit() {
        if (isDisposed()) {
            return;
        }
        measure();
        int height = computeSize(getSize().x, SWT.DEFAULT, true).y;
        if (height != wantedHeight) {
            wantedHeight = height;
            requestLayout();
        } else {
            layout(true, false);
        }
    }

    /** The letter needs room, too: in a small window the list scrolls earlier. */
    private int mostHeight() {
        int room = getParent().getClientArea().height;
        boolean detailed = rows.values().stream().anyMatch(AttachmentRow::isDetailed);
        return detailed ? Math.max(LEAST_HEIGHT * 2, Math.min(DETAILED_HEIGHT, room / 2))
                : Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, room * 2 / 5));
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = wHint == SWT.DEFAULT ? Math.max(200, getSize().x) : wHint;
        int height = header.height(width) + notice.height(width);
        if (!list.isEmpty()) {
            height += Math.min(mostHeight(), rowArea.computeSize(width, SWT.DEFAULT).y);
        }
        return new Point(width, hHint == SWT.DEFAULT ? height : hHint);
    }
}
