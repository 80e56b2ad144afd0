// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * When times that were written down by the clock of the day have come. That clock may be set while a mail waits, so a
 * time has come when the clock says so, or else when as much time as was meant has passed since this process first saw
 * it; a clock that was set back makes nobody wait for longer than that.
 */
public final class DueTimes {

    private final LongSupplier nanos;
    private final Map<Key, Long> ends = new HashMap<>();

    /** Uses a monotonic clock. */
    public DueTimes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Key(String id, Instant written, Instant due) { }

    /**
     * Returns how long it is until a time has come; zero when it has.
     *
     * @param id the mail
     * @param written when the time was written down
     * @param due the time
     * @param now what the clock of the day says
     */
    public synchronized Duration until(String id, Instant written, Instant due, Instant now) {
        if (!now.isBefore(due) || !written.isBefore(due)) {
            return Duration.ZERO;
        }
        Duration meant = Duration.between(written, due);
        Duration byClock = Duration.between(now, due);
        long nano = nanos.getAsLong();
        long end = ends.computeIfAbsent(new Key(id, written, due), key -> nano + nanos(min(meant, byClock)));
        return min(byClock, Duration.ofNanos(Math.max(0, end - nano)));
    }

    /** Forgets all other mails. */
    public synchronized void keep(Set<String> ids) {
        ends.keySet().removeIf(key -> !ids.contains(key.id()));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static long nanos(Duration time) {
        // 100 years fit; what is further away may be looked at again then.
        return min(time, Duration.ofDays(36_500)).toNanos();
    }
}
