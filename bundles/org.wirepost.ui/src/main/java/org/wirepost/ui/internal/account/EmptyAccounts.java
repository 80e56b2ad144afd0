// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;

/** Stands in the place of the tree while there is no account. */
final class EmptyAccounts {

    private final Composite page;
    private final Label text;
    private final Button add;
    private final AccountParts parts;

    EmptyAccounts(Composite parent, AccountParts parts, Runnable wizard, AccountsPane.Lab lab) {
        this.parts = parts;
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 16).spacing(8, 10).applyTo(page);
        parts.look().paint(page, Tone.TEXT, Tone.GROUND);
        text = new Label(page, SWT.WRAP);
        text.setData("wirepost.id", "account.empty");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        parts.look().paint(text, Tone.TEXT, Tone.GROUND);
        add = button(Messages.add, "account.empty.add", wizard);
        button(Messages.tryLab, "account.empty.lab", () -> start(lab));
    }

    private Button button(String label, String id, Runnable action) {
        Button button = new Button(page, SWT.PUSH);
        button.setText(label);
        button.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void start(AccountsPane.Lab lab) {
        parts.background().execute(() -> {
            try {
                lab.start();
            } catch (IOException e) {
                parts.ui().run(() -> show(Optional.of(Sentences.of(e.getMessage()))));
            }
        });
    }

    Composite control() {
        return page;
    }

    /** Shows why there is none: something is wrong with the file, or nobody has added one yet. */
    void show(Optional<String> problem) {
        if (!page.isDisposed()) {
            text.setText(problem.orElse(Messages.noAccounts));
            text.setForeground(parts.look().color(problem.isPresent() ? Tone.ERROR : Tone.TEXT));
            page.layout();
        }
    }

    void setFocus() {
        add.setFocus();
    }
}
