// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import org.wirepost.smtp.dialogue.DialogueEvent;

/**
 * A line to be sent, and how events show it. The one who builds the line knows which part of it is secret.
 *
 * @param text what is sent, without CRLF
 * @param shown what events show instead; the same as the text when nothing in it is secret
 */
public record Line(String text, String shown) {

    /** A line without a secret. */
    public static Line of(String text) {
        return new Line(text, text);
    }

    /**
     * A line whose end is secret.
     *
     * @param prefix what is shown
     * @param secret what is sent behind it and not shown
     */
    public static Line withSecret(String prefix, String secret) {
        return new Line(prefix + secret, prefix + DialogueEvent.CommandSent.WITHHELD);
    }

    /** Tells whether events show something else than what is sent. */
    public boolean withheld() {
        return !shown.equals(text);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return shown;
    }
}
