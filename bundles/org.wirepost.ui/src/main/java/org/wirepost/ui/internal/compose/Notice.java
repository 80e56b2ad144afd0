// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.List;
import org.wirepost.ui.internal.look.Tone;

/**
 * A sentence above a letter, and what can be done about it.
 *
 * @param kind tells it from others; there is one of each kind at most
 * @param tone how serious it is
 * @param text the sentence
 * @param actions what can be done
 */
record Notice(String kind, Tone tone, String text, List<Action> actions) {

    /**
     * Something to do.
     *
     * @param id tells it from others of the letter
     * @param label on the button
     * @param run does it
     */
    record Action(String id, String label, Runnable run) {
    }

    /** Tells whether another one differs in nothing but its words. */
    boolean looksLike(Notice other) {
        return kind.equals(other.kind) && tone == other.tone && actions.stream().map(Action::label).toList()
                .equals(other.actions.stream().map(Action::label).toList());
    }
}
