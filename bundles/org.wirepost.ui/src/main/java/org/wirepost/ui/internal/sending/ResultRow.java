// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/**
 * Recipients of whom the server said the same: symbol and words, addresses, and the server's own words to be copied.
 */
final class ResultRow {

    private static final int SHOWN = 6;

    private final Composite row;
    private final Look look;

    ResultRow(Composite parent, ResultGroup group, String title, Look look) {
        this.look = look;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        Label icon = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        look.watch(icon, () -> {
            icon.setBackground(look.color(Tone.RAISED));
            icon.setImage(look.icon(group.kind().icon()));
        });
        label(title, group.kind().tone(), true);
        space();
        label(group.names(SHOWN), Tone.TEXT, false);
        if (group.words().isEmpty()) {
            space();
            label(group.reason(), Tone.QUIET, false);
        } else {
            space();
            words(row, group, look);
        }
    }

    private void space() {
        Label space = new Label(row, SWT.NONE);
        look.paint(space, Tone.TEXT, Tone.RAISED);
    }

    private void label(String text, Tone tone, boolean bold) {
        Label label = new Label(row, SWT.WRAP);
        label.setText(DeliveryCard.plain(text));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(label);
        look.paint(label, tone, Tone.RAISED);
        look.watch(label, () -> label.setFont(bold ? look.bold() : look.text()));
    }

    /** Shows what the server said, word for word. */
    static void words(Composite parent, ResultGroup group, Look look) {
        Text text = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        text.setText(Shown.text(String.join("\n", group.words())));
        text.setData("wirepost.id", "outbox.words");
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(text);
        look.paint(text, Tone.RECEIVED, Tone.GROUND);
        look.watch(text, () -> text.setFont(look.mono()));
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.bind(Messages.serverWords, group.names(SHOWN));
            }
        });
    }
}
