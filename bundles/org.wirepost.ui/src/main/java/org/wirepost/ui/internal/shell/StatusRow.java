// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** The line at the foot of the window: one sentence, and what rooms add on its right. */
final class StatusRow {

    private static final int SPACING = 14;

    private final Composite row;
    private final Label sentence;

    StatusRow(Composite parent, Look look, StatusParts parts) {
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 3).spacing(12, 0).applyTo(row);
        sentence = new Label(row, SWT.NONE);
        sentence.setData("wirepost.id", "status");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(sentence);
        Composite right = new Composite(row, SWT.NONE);
        RowLayout parting = new RowLayout();
        parting.spacing = SPACING;
        parting.center = true;
        right.setLayout(parting);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        look.paint(right, Tone.TEXT, Tone.RAISED);
        look.paint(sentence, Tone.QUIET, Tone.RAISED);
        parts.create(right);
        show(Messages.ready);
    }

    Control control() {
        return row;
    }

    void show(String text) {
        sentence.setText(Shown.label(text));
    }
}
