// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The composers that are open. User interface thread only. */
@Component(service = Composers.class)
public final class Composers {

    private final Letters letters;
    private final List<Composer> open = new ArrayList<>();

    /** Made by the framework. */
    @Activate
    public Composers(@Reference Letters letters) {
        this.letters = letters;
    }

    void add(Composer composer) {
        open.add(composer);
    }

    void remove(Composer composer) {
        open.remove(composer);
    }

    /** Returns the composer of the letter that is being written. */
    Optional<Composer> active() {
        return letters.active().flatMap(letter -> open.stream()
                .filter(composer -> composer.letter() == letter && !composer.isDisposed()).findFirst());
    }
}
