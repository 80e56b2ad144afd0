// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.work.Beat;

/** The lab server: a bar to steer it, the list of letters, and the selected letter. */
final class LabMailPane implements Pane {

    private static final int[] SHARES = {45, 55};

    private final LabMailView.Parts parts;
    private final Composite page;
    private final LabBar bar;
    private final LabList list;

    LabMailPane(Composite parent, LabMailView.Parts parts) {
        this.parts = parts;
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        parts.look().paint(page, Tone.TEXT, Tone.GROUND);
        bar = new LabBar(page, parts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        SashForm sash = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        parts.look().paint(sash, Tone.TEXT, Tone.RAISED);
        LabLetter letter;
        list = new LabList(sash, parts);
        letter = new LabLetter(sash, parts);
        list.onSelect(letter::show);
        sash.setWeights(SHARES);
        Beat beat = parts.ui().beat(this::refresh);
        Runnable watcher = beat::ask;
        parts.desk().watch(watcher);
        page.addDisposeListener(event -> parts.desk().unwatch(watcher));
        refresh();
    }

    private void refresh() {
        if (!page.isDisposed()) {
            bar.refresh();
            list.refresh();
        }
    }

    @Override
    public void setFocus() {
        if (parts.actions().isAnswerWanted()) {
            bar.focusAnswers();
        } else {
            list.setFocus();
        }
    }
}
