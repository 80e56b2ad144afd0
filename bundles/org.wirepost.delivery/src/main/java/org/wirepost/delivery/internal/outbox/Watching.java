// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks at a stamp now and then. */
public final class Watching implements Runnable {

    private final Stamp stamp;
    private final Runnable changed;
    private String seen;

    /** Prepares a watch that begins with the stamp as it is. */
    public Watching(Stamp stamp, Runnable changed) {
        this.stamp = stamp;
        this.changed = changed;
        this.seen = stamp.read();
    }

    /** Begins to look. */
    public AutoCloseable every(ScheduledExecutorService clock, Duration period) {
        ScheduledFuture<?> looks = clock.scheduleWithFixedDelay(this, period.toNanos(), period.toNanos(),
                TimeUnit.NANOSECONDS);
        return () -> looks.cancel(false);
    }

    @Override
    public void run() {
        String now = stamp.read();
        if (!now.equals(seen)) {
            seen = now;
            try {
                changed.run();
            } catch (RuntimeException e) {
                System.getLogger(Watching.class.getName()).log(System.Logger.Level.WARNING,
                        "A watcher of the outbox failed", e);
            }
        }
    }
}
