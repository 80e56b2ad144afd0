// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Optional;
import org.eclipse.swt.graphics.Image;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Severity;

/** How a severity looks: a word, a picture, and a colour that adds to both. */
final class SeverityLook {

    private SeverityLook() {
    }

    static String word(Severity severity) {
        return switch (severity) {
            case CHAT -> Messages.severityChat;
            case NOTE -> Messages.severityNote;
            case WARNING -> Messages.severityWarning;
            case ERROR -> Messages.severityError;
        };
    }

    static Optional<Image> icon(Look look, Severity severity) {
        return switch (severity) {
            case CHAT -> Optional.empty();
            case NOTE -> Optional.of(look.icon("console-note"));
            case WARNING -> Optional.of(look.icon("console-warning"));
            case ERROR -> Optional.of(look.icon("console-error"));
        };
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case CHAT -> Tone.QUIET;
            case NOTE -> Tone.FACT;
            case WARNING -> Tone.WARNING;
            case ERROR -> Tone.ERROR;
        };
    }
}
