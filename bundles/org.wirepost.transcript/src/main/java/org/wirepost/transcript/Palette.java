// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

/** Whether transcript lines are coloured. Colour repeats what the mark and the words already say. */
public enum Palette {
    /** Plain text. */
    NONE,
    /** ANSI escape sequences, for a terminal that is known to take them. */
    ANSI;

    private static final String RESET = "\u001b[0m";

    /** Returns the line in the colour of its kind. */
    String paint(TranscriptLine line, String text) {
        return this == NONE ? text : colour(line) + text + RESET;
    }

    private static String colour(TranscriptLine line) {
        if (line.failure()) {
            return "\u001b[31m";
        }
        return switch (line.mark()) {
            case SENT -> "\u001b[36m";
            case RECEIVED -> "\u001b[32m";
            case NOTE -> "\u001b[2m";
            case WARNING -> "\u001b[33m";
        };
    }
}
