// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells how long it is until something stored is due, for a process that lives on while the clock is set. What has been
 * seen once falls due by the monotonic clock at the latest, and by the clock on the wall if that comes sooner, as it
 * does
 * when the machine has slept. One thread only.
 */
public final class Agenda {

    private final Clock wall;
    private final LongSupplier nanos;
    private final Duration most;
    private final Map<String, Entry> entries = new HashMap<>();

    /** What was seen: the stored time, and when that is by the monotonic clock. */
    private record Entry(Instant stored, long due) { }

    /**
     * Makes an empty agenda.
     *
     * @param wall the clock that stored times are meant by
     * @param nanos the monotonic clock, in nanoseconds
     * @param most what is further away than that is taken for this far away
     */
    public Agenda(Clock wall, LongSupplier nanos, Duration most) {
        this.wall = requireNonNull(wall, "wall");
        this.nanos = requireNonNull(nanos, "nanos");
        this.most = requireNonNull(most, "most");
    }

    /**
     * Returns how long it is until a stored time.
     *
     * @param id whose time
     * @param stored the time, as stored
     * @return nothing when it is due
     */
    public Duration until(String id, Instant stored) {
        Duration byWall = until(stored);
        Entry entry = entries.get(id);
        if (entry == null || !entry.stored().equals(stored)) {
            Duration wait = byWall.compareTo(most) < 0 ? byWall : most;
            entry = new Entry(stored, nanos.getAsLong() + wait.toNanos());
            entries.put(id, entry);
        }
        Duration byNanos = Duration.ofNanos(Math.max(0, entry.due() - nanos.getAsLong()));
        return byWall.compareTo(byNanos) < 0 ? byWall : byNanos;
    }

    /**
     * Returns how long it is until a time that a person has chosen: by the clock on the wall alone.
     *
     * @param time the time
     * @return nothing when it has come
     */
    public Duration until(Instant time) {
        Duration wait = Duration.between(wall.instant(), time);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Forgets everything but these. */
    public void keep(Set<String> ids) {
        entries.keySet().retainAll(ids);
    }
}
