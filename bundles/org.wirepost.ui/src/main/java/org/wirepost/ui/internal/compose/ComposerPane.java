// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.Pane;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** The pane of one letter; the letter comes from disk a moment after the pane. */
final class ComposerPane implements Pane {

    private final Composite parent;
    private final ViewSite site;
    private final ComposeServices services;
    private final Composers composers;
    private final Runnable changed = this::retitle;
    private Optional<Composer> composer = Optional.empty();
    private boolean focusDue;
    private String shownTitle = "";

    ComposerPane(Composite parent, ViewSite site, ComposeServices services, Composers composers) {
        this.parent = parent;
        this.site = site;
        this.services = services;
        this.composers = composers;
        services.look().paint(parent, Tone.TEXT, Tone.GROUND);
        services.letters().fetch(site.instance(), this::show);
        BodyKeys.handle(site, this::composer);
        parent.addListener(SWT.Activate, event -> activate());
        parent.addDisposeListener(event -> closed());
    }

    private Optional<Composer> composer() {
        return composer.filter(shown -> !shown.isDisposed());
    }

    private void show(Letter letter) {
        if (parent.isDisposed()) {
            services.letters().closed(letter, false);
            return;
        }
        Composer made = new Composer(parent, letter, services);
        composer = Optional.of(made);
        composers.add(made);
        letter.watch(changed);
        parent.layout();
        retitle();
        if (focusDue || parent.isVisible()) {
            activate();
        }
        if (focusDue) {
            made.setFocus();
        }
    }

    private void retitle() {
        composer().map(Composer::letter).ifPresent(letter -> {
            String subject = letter.content().subject().strip();
            String title = subject.isEmpty() ? Messages.newLetter : subject;
            String shorter = title.length() > 28 ? title.substring(0, 27) + "\u2026" : title;
            String now = (letter.isUnsaved() ? "*" : "") + Shown.label(shorter);
            if (!now.equals(shownTitle)) {
                shownTitle = now;
                site.setTitle(now);
            }
        });
    }

    private void activate() {
        composer().map(Composer::letter).ifPresent(letter -> services.letters().activate(Optional.of(letter)));
    }

    private void closed() {
        composer.ifPresent(shown -> {
            Letter letter = shown.letter();
            letter.unwatch(changed);
            composers.remove(shown);
            services.letters().closed(letter, services.desk().delivery(letter.id()).isPresent());
        });
    }

    @Override
    public void setFocus() {
        if (composer().isPresent()) {
            composer().get().setFocus();
            activate();
        } else {
            focusDue = true;
            parent.setFocus();
        }
    }

    @Override
    public void shown() {
        activate();
    }
}
