// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The notices above a letter, one below the other. */
final class NoticeBars {

    private final Composite column;
    private final Look look;
    private final List<NoticeBar> bars = new ArrayList<>();

    NoticeBars(Composite parent, Look look) {
        this.look = look;
        column = new Composite(parent, SWT.NONE);
        column.setData("wirepost.id", "compose.notices");
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(column);
        look.paint(column, Tone.TEXT, Tone.GROUND);
    }

    /**
     * Shows notices; what stands there already keeps its controls, so that the focus stays where it is.
     *
     * @param notices all there are now
     */
    void show(List<Notice> notices) {
        if (column.isDisposed()) {
            return;
        }
        if (sameBars(notices)) {
            update(notices);
        } else {
            rebuild(notices);
        }
    }

    private boolean sameBars(List<Notice> notices) {
        if (notices.size() != bars.size()) {
            return false;
        }
        for (int i = 0; i < notices.size(); i++) {
            if (!bars.get(i).takes(notices.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void update(List<Notice> notices) {
        List<Control> resized = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            if (bars.get(i).show(notices.get(i))) {
                resized.add(bars.get(i).control());
            }
        }
        if (!resized.isEmpty()) {
            resized.forEach(bar -> ((Composite) bar).layout(true, false));
            fit(resized);
        }
    }

    private void rebuild(List<Notice> notices) {
        column.setRedraw(false);
        List<NoticeBar> old = new ArrayList<>(bars);
        bars.clear();
        for (Notice notice : notices) {
            Optional<NoticeBar> kept = old.stream().filter(bar -> bar.takes(notice)).findFirst();
            kept.ifPresent(bar -> {
                old.remove(bar);
                bar.show(notice);
            });
            bars.add(kept.orElseGet(() -> new NoticeBar(column, notice, look)));
        }
        old.forEach(bar -> bar.control().dispose());
        bars.forEach(bar -> bar.control().moveBelow(null));
        ((GridData) column.getLayoutData()).exclude = notices.isEmpty();
        column.setVisible(!notices.isEmpty());
        List<Control> fresh = new ArrayList<>(List.of(column));
        bars.forEach(bar -> fresh.add(bar.control()));
        fit(fresh);
        column.setRedraw(true);
    }

    /** Measures these only: what else the letter consists of has not changed. */
    private void fit(List<Control> changed) {
        column.getParent().layout(changed.toArray(Control[]::new));
    }

    /** Puts the focus on the first button of a notice, if it is shown. */
    boolean focus(String kind) {
        return bars.stream().filter(bar -> bar.kind().equals(kind)).anyMatch(NoticeBar::focus);
    }
}
