// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Locale;

/** Times in words. */
final class Times {

    private static final long MILLI = 1_000_000;
    private static final double SECOND = 1e9;

    private Times() {
    }

    /** Returns a moment since the session began, such as {@code +0.081}. */
    static String since(long nanos) {
        long millis = Math.max(0, nanos) / MILLI;
        return "+" + millis / 1000 + "." + Long.toString(1000 + millis % 1000).substring(1);
    }

    /** Returns a span, such as {@code 81 ms} or {@code 2.31 s}. */
    static String span(long nanos) {
        if (nanos < MILLI) {
            return "<1 ms";
        }
        return nanos < 1000 * MILLI ? nanos / MILLI + " ms" : String.format(Locale.ROOT, "%.2f s", nanos / SECOND);
    }
}
