// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.util.Optional;

/**
 * An enhanced status code such as {@code 5.1.1} (RFC 3463, RFC 2034).
 *
 * @param severity 2, 4 or 5
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedStatus(int severity, int subject, int detail) {

    /** Checks the ranges of RFC 3463 section 2. */
    public EnhancedStatus {
        if (severity != 2 && severity != 4 && severity != 5) {
            throw new IllegalArgumentException("The class of an enhanced status is 2, 4 or 5, not " + severity);
        }
        if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
            throw new IllegalArgumentException("Subject and detail of an enhanced status are 0 to 999");
        }
    }

    /**
     * Reads the enhanced status at the beginning of a reply text.
     *
     * @param text the text behind the reply code and its separator
     * @return the status, or empty when the text does not begin with one followed by a blank or the end
     */
    public static Optional<EnhancedStatus> atStartOf(String text) {
        if (text.length() < 5 || text.charAt(1) != '.' || "245".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        int dot = endOfNumber(text, 2);
        if (dot == 2 || dot >= text.length() || text.charAt(dot) != '.') {
            return Optional.empty();
        }
        int end = endOfNumber(text, dot + 1);
        if (end == dot + 1 || end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
            return Optional.empty();
        }
        return Optional.of(new EnhancedStatus(text.charAt(0) - '0', Integer.parseInt(text, 2, dot, 10),
                Integer.parseInt(text, dot + 1, end, 10)));
    }

    private static int endOfNumber(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 3 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    @Override
    public String toString() {
        return severity + "." + subject + "." + detail;
    }
}
