// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A report about a fault of our own, in which every front end agrees: versions and where in the code it happened. The
 * words of exceptions can quote what the user has written, so only those are kept that can speak of nothing but code.
 */
public final class CrashText {

    private CrashText() {
    }

    /**
     * Writes a report.
     *
     * @param failure what was thrown
     * @param program name and version of the program, and what else the front end knows of itself
     * @param now the time
     * @return the report, of many lines; holds no secret and nothing that the user has written
     */
    public static String of(Throwable failure, String program, Instant now) {
        StringBuilder text = new StringBuilder(program).append(", Java ").append(System.getProperty("java.version"))
                .append(", ").append(System.getProperty("os.name")).append(' ')
                .append(System.getProperty("os.version")).append(' ').append(System.getProperty("os.arch"))
                .append(", ").append(now.truncatedTo(ChronoUnit.SECONDS)).append('\n');
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            text.append(each == failure ? "" : "caused by ").append(each.getClass().getName());
            if (speaksOfCode(each)) {
                text.append(": ").append(each.getMessage());
            }
            text.append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("  at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    /** These say what is wrong with the program, in words that hold none of its data. */
    private static boolean speaksOfCode(Throwable fault) {
        return fault instanceof NullPointerException || fault instanceof IndexOutOfBoundsException
                || fault instanceof ClassCastException || fault instanceof LinkageError
                || fault instanceof VirtualMachineError || fault.getClass().getName().startsWith("org.eclipse.swt.");
    }
}
