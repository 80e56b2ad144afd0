// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How far the content of a letter is, and how fast it goes: a mean over the last seconds, so that what the system
 * swallowed at once at the beginning is soon forgotten. May be used by several threads.
 */
final class Pace {

    /** Time that counts, in nanoseconds. */
    private static final long WINDOW = 5_000_000_000L;
    /** Time before which nothing is claimed. */
    private static final long SHORTEST = 500_000_000L;
    private static final long NANOS = 1_000_000_000L;

    private final LongSupplier clock;
    private long total;
    private long sent;
    private long began;
    private long beganAt;
    private long last;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void add(long sentNow, long totalNow) {
        long now = clock.getAsLong();
        if (total == 0) {
            began = now;
            beganAt = sentNow;
        }
        total = totalNow;
        sent = sentNow;
        last = now;
        if (now - began > WINDOW) {
            // Half of the window is forgotten: the mean moves on, and never jumps.
            beganAt += (sent - beganAt) / 2;
            began += (now - began) / 2;
        }
    }

    /** It begins anew. */
    synchronized void reset() {
        total = 0;
        sent = 0;
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long total() {
        return total;
    }

    /** Returns the share that has been sent, in thousandths. */
    synchronized int permille() {
        return total == 0 ? 0 : (int) (sent * 1000 / total);
    }

    /** Returns octets per second; empty until something can be said. */
    synchronized OptionalLong speed() {
        long time = last - began;
        return time < SHORTEST || sent <= beganAt ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, (long) ((sent - beganAt) * (double) NANOS / time)));
    }

    /** Returns the time that the rest will take at this speed; empty until something can be said. */
    synchronized Optional<Duration> left() {
        OptionalLong speed = speed();
        return speed.isEmpty() || sent >= total ? Optional.empty()
                : Optional.of(Duration.ofSeconds((total - sent + speed.getAsLong() - 1) / speed.getAsLong()));
    }
}
