// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.time.Duration;
import org.wirepost.headless.internal.cli.Fault;

/** Spans of time as people type and read them. */
public final class TimeText {

    private static final int MOST_DIGITS = 7;

    private TimeText() {
    }

    /**
     * Reads a span such as {@code 500ms}, {@code 30s} or {@code 2m}.
     *
     * @param text as given
     * @param where names it in errors
     * @return the span, more than nothing
     * @throws Fault when it is none
     */
    public static Duration parse(String text, String where) throws Fault {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long number = digits == 0 || digits > MOST_DIGITS ? 0 : Long.parseLong(text, 0, digits, 10);
        Duration span = switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ZERO;
        };
        if (span.isZero()) {
            throw Fault.usage(where + " '" + text + "' is no span of time; write a number and ms, s or m, such as"
                    + " 500ms, 30s or 2m.");
        }
        return span;
    }

    /** Returns nanoseconds as people read them, such as {@code 0.4 ms}, {@code 12 ms} or {@code 3.1 s}. */
    public static String of(long nanos) {
        long micros = nanos / 1000;
        if (micros < 10_000) {
            return micros / 1000 + "." + micros / 100 % 10 + " ms";
        }
        long millis = micros / 1000;
        return millis < 1000 ? millis + " ms" : millis / 1000 + "." + millis / 100 % 10 + " s";
    }
}
