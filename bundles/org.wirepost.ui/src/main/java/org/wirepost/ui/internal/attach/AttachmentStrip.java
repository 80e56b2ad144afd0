// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
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

    private static final int LEAST_HEIGHT = 62;
    private static final int MOST_HEIGHT = 230;
    private static final int DETAILED_HEIGHT = 340;
    private static final int CHECK_MILLIS = 1500;

    private final AttachmentList list;
    private final StripHeader header;
    private final RowList rows;
    private final StripNotice notice;
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
        setData("wirepost.id", "attach.strip");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        services.look().paint(this, Tone.TEXT, Tone.GROUND);
        header = new StripHeader(this, services.look());
        refresh = services.ui().beat(this::refresh);
        fit = services.ui().beat(this::fit);
        rows = new RowList(this, services, list, fit::ask);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.control());
        notice = new StripNotice(this, services.look(), list);
        Runnable watcher = refresh::ask;
        list.watch(watcher);
        addDisposeListener(event -> list.unwatch(watcher));
        Listener roomChanged = event -> fit.ask();
        parent.addListener(SWT.Resize, roomChanged);
        addDisposeListener(event -> parent.removeListener(SWT.Resize, roomChanged));
        FileDrop.accept(this, list::addAll);
        refresh();
        watchFiles();
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
        boolean hadFocus = hasFocus();
        boolean different = rows.show(items);
        header.show(items);
        different |= notice.show();
        different |= setShown(rows.control(), !items.isEmpty());
        if (different) {
            fit();
        }
        if (hadFocus && items.isEmpty()) {
            notice.focus();
        }
        if (!rows.isComplete()) {
            refresh.ask();
        }
    }

    /** A row that goes takes the focus with it. */
    private boolean hasFocus() {
        for (Control at = getDisplay().getFocusControl(); at != null; at = at.getParent()) {
            if (at == rows.control()) {
                return true;
            }
        }
        return false;
    }

    /** Puts the focus on the first file that cannot go out as it is, else on the first. */
    @Override
    public boolean setFocus() {
        return list.items().stream().filter(item -> !item.obstacle().isEmpty()).findFirst()
                .or(() -> list.items().stream().findFirst()).flatMap(rows::row).map(AttachmentRow::setFocus)
                        .orElse(false);
    }

    /** Unfolds what can be chosen for a file. */
    public void showOptions(AttachmentItem item) {
        rows.row(item).ifPresent(AttachmentRow::toggleDetails);
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

    /** The rows need another height; perhaps the whole does, too. */
    private void fit() {
        if (isDisposed()) {
            return;
        }
        rows.measure();
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
        return rows.isDetailed() ? Math.max(LEAST_HEIGHT * 2, Math.min(DETAILED_HEIGHT, room / 2))
                : Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, room * 2 / 5));
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = wHint == SWT.DEFAULT ? Math.max(200, getSize().x) : wHint;
        int height = header.height(width) + notice.height(width);
        if (!list.isEmpty()) {
            height += Math.min(mostHeight(), rows.height(width));
        }
        return new Point(width, hHint == SWT.DEFAULT ? height : hHint);
    }
}
