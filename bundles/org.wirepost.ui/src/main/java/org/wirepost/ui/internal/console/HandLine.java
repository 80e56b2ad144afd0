// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Optional;
import java.util.regex.Pattern;
import org.wirepost.smtp.Prompt;

/** What is known of a line before it is handed to the session. */
final class HandLine {

    private static final Pattern SECRET = Pattern.compile("(?i)\\s*AUTH\\S*\\s+\\S+\\s+.*|\\s*AUTH=\\S*\\s+.*");

    private HandLine() {
    }

    /** Tells whether a line holds a secret, so that it is neither shown nor remembered. */
    static boolean isSecret(String line, Prompt prompt) {
        return prompt == Prompt.SASL_ANSWER || prompt == Prompt.COMMAND && SECRET.matcher(line).matches();
    }

    /** Returns why a line cannot be sent; empty when it can. */
    static Optional<String> problem(String line, Prompt prompt) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return Optional.of(Messages.bind(Messages.handControl,
                        String.format("U+%04X", (int) line.charAt(i)), i + 1));
            }
        }
        if (prompt != Prompt.COMMAND) {
            return Optional.empty();
        }
        String verb = line.strip().split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
        return switch (verb) {
            case "" -> Optional.of(Messages.handEmpty);
            case "STARTTLS" -> Optional.of(Messages.handStartTls);
            case "BDAT" -> Optional.of(Messages.handBdat);
            default -> Optional.empty();
        };
    }
}
