// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** A line below the buttons that says what came of the last thing the user did; takes no room until then. */
final class Notice {

    private final Text text;
    private final Look look;
    private Tone tone = Tone.TEXT;

    Notice(Composite parent, Look look) {
        this.look = look;
        text = new Text(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        text.setData("wirepost.id", "plugins.notice");
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).exclude(true).applyTo(text);
        text.setVisible(false);
        look.watch(text, this::colour);
    }

    private void colour() {
        text.setForeground(look.color(tone));
        text.setBackground(look.color(Tone.RAISED));
        text.setFont(look.text());
    }

    void say(String sentence, Tone meaning) {
        tone = meaning;
        text.setText(Shown.text(sentence));
        colour();
        ((GridData) text.getLayoutData()).exclude = sentence.isEmpty();
        text.setVisible(!sentence.isEmpty());
        text.getParent().layout();
    }
}
