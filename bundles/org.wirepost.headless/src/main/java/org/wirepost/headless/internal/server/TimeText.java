// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.time.Duration;
import org.wirepost.headless.internal.cli.Fault;

/** Spans of time as people type and read them. */
public final class TimeText {

    private static final int MOST_DIGITS = 7;
    private static final int MOST_DAYS = 10_000;

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
        Duration span = read(text, false);
        if (span.isZero()) {
            throw Fault.usage(where + " '" + text + "' is no span of time; write a number and ms, s or m, such as"
                    + " 500ms, 30s or 2m.");
        }
        return span;
    }

    /**
     * Reads a span that may be long, such as {@code 30s}, {@code 2h} or {@code 5d}.
     *
     * @param text as given
     * @param where names it in errors
     * @return the span, more than nothing
     * @throws Fault when it is none
     */
    public static Duration span(String text, String where) throws Fault {
        Duration span = read(text, true);
        if (span.isZero()) {
            throw Fault.usage(where + " '" + text + "' is no span of time; write a number and s, m, h or d, such as"
                    + " 30s, 10m, 2h or 5d.");
        }
        return span;
    }

    private static Duration read(String text, boolean isLong) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long number = digits == 0 || digits > MOST_DIGITS ? 0 : Long.parseLong(text, 0, digits, 10);
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> isLong ? Duration.ofHours(number) : Duration.ZERO;
            case "d" -> isLong && number < MOST_DAYS ? Duration.ofDays(number) : Duration.ZERO;
            default -> Duration.ZERO;
        };
    }

    /**
     * Returns a span in one or two units, such as {@code 45 s}, {@code 5 min}, {@code 1 h 10 min} or {@code 3 days}.
     *
     * @param span the span; less than a second is called so
     * @return the words
     */
    public static String words(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds == 0 && !span.isZero() ? "less than a second" : seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 120) {
            return minutes < 60 ? minutes + " min" : "1 h" + rest(minutes - 60, " min");
        }
        long hours = (minutes + 30) / 60;
        return minutes < 48 * 60 ? minutes / 60 + " h" + rest(minutes % 60, " min")
                : hours / 24 + " days" + rest(hours % 24, " h");
    }

    private static String rest(long count, String unit) {
        return count == 0 ? "" : " " + count + unit;
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
