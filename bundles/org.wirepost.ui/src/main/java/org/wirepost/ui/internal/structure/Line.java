// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** A sentence in a grid; takes no room when there is nothing to say. */
final class Line {

    private final Label label;

    Line(Composite parent, Look look, Tone tone, String id) {
        label = new Label(parent, SWT.WRAP);
        label.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(120, SWT.DEFAULT).applyTo(label);
        look.paint(label, tone, Tone.GROUND);
        look.watch(label, () -> label.setFont(look.text()));
    }

    /** Tells whether the words are others than before, so that they may need another height. */
    boolean say(String words) {
        String plain = Shown.label(words);
        if (plain.equals(label.getText()) && ((GridData) label.getLayoutData()).exclude == words.isEmpty()) {
            return false;
        }
        label.setText(plain);
        label.setVisible(!words.isEmpty());
        ((GridData) label.getLayoutData()).exclude = words.isEmpty();
        return true;
    }
}
