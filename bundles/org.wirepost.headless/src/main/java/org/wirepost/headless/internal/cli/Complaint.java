// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.function.Consumer;
import org.wirepost.transcript.Inert;

/** Prints what ended a command: one sentence, and below it a line or two that help. */
public final class Complaint {

    /** A sentence quotes what it is about, and that may be a megabyte. */
    private static final int LONGEST = 4000;

    private Complaint() {
    }

    /**
     * Prints a fault.
     *
     * @param line takes each line
     * @param fault what ended the command
     */
    public static void print(Consumer<String> line, Fault fault) {
        line.accept("wirepost: " + Inert.of(fault.getMessage(), LONGEST));
        fault.hint().ifPresent(hint -> hint.lines().forEach(each -> line.accept("  " + Inert.of(each, LONGEST))));
    }
}
