// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.wirepost.transcript.Sizes;

/**
 * One line at the bottom of a terminal that tells how far a long job is. It appears after a second, is renewed ten
 * times a second at most, and leaves no trace. Used under the lock of the output it shares.
 */
public final class ProgressBar {

    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int SMALLEST_BAR = 8;

    private final Output output;
    private final IntSupplier columns;
    private final LongSupplier clock;
    private final long start;
    private long due;
    private int width;
    private int shown;

    /**
     * Begins to measure.
     *
     * @param output standard error
     * @param columns how wide the terminal is; asked once, when the bar first appears
     * @param clock nanoseconds
     */
    public ProgressBar(Output output, IntSupplier columns, LongSupplier clock) {
        this.output = output;
        this.columns = columns;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.due = start + FIRST;
    }

    /**
     * Tells how far the job is.
     *
     * @param what what is being done, such as {@code message 3}
     * @param done octets so far
     * @param total octets altogether, or 0 when that is not known
     */
    public void update(String what, long done, long total) {
        long now = clock.getAsLong();
        if (now - due < 0) {
            return;
        }
        due = now + AGAIN;
        if (width == 0) {
            width = Math.max(20, columns.getAsInt());
        }
        show(line(what, done, total, now - start));
    }

    private String line(String what, long done, long total, long nanos) {
        String rate = "  " + Sizes.rate(done, nanos);
        if (total <= 0) {
            return cut(what + "  " + Sizes.of(done) + rate);
        }
        int percent = (int) (Math.min(done, total) * 100.0 / total);
        String numbers = (percent < 10 ? "  " : percent < 100 ? " " : "") + percent + " %  " + Sizes.of(done) + " of "
                + Sizes.of(total) + rate;
        int room = width - 1 - what.length() - numbers.length() - 5;
        if (room < SMALLEST_BAR) {
            return cut(what + " " + numbers);
        }
        int filled = Math.min(room, 40) * percent / 100;
        return what + " [" + "#".repeat(filled) + " ".repeat(Math.min(room, 40) - filled) + "] " + numbers;
    }

    /** The last column stays free: many terminals break the line when it is used. */
    private String cut(String line) {
        return line.length() < width ? line : line.substring(0, width - 1);
    }

    private void show(String line) {
        output.text("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        shown = line.length();
    }

    /** Takes the bar off the screen, before other text is written and at the end. */
    public void remove() {
        if (shown > 0) {
            output.text("\r" + " ".repeat(shown) + "\r");
            shown = 0;
            due = clock.getAsLong() + AGAIN;
        }
    }
}
