// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

/** Measures how long a handler waits for the bytes of the file, which is not its fault. */
final class SourceClock {

    private volatile long since;
    private volatile long total;
    private volatile long lastRead = Long.MIN_VALUE;

    void enter() {
        since = Math.max(1, System.nanoTime());
    }

    /** The read is over; one that brought bytes counts as progress. */
    void leave(boolean progress) {
        long now = System.nanoTime();
        total += now - since;
        since = 0;
        if (progress) {
            lastRead = now;
        }
    }

    /** Nanoseconds in which the present read has waited; 0 when none is going on. */
    long waiting() {
        long start = since;
        return start == 0 ? 0 : Math.max(1, System.nanoTime() - start);
    }

    /** Nanoseconds spent in all reads that are over. */
    long total() {
        return total;
    }

    /** When bytes were last read. */
    long lastRead() {
        return lastRead;
    }
}
