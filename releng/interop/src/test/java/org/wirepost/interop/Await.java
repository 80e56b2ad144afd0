// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does, which tells nobody; it is looked at every 20 ms, and not for ever. */
public final class Await {

    /** Long enough for a machine that is busy with something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {
    }

    /** Looks whether it is there. */
    @FunctionalInterface
    public interface Look<T> {
        /** Returns what is waited for, once it is there. */
        Optional<T> look() throws IOException;
    }

    /**
     * Waits for something.
     *
     * @param what names it, for the failure
     * @param look looks whether it is there
     * @return what was found
     */
    public static <T> T until(String what, Look<T> look) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.look();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(INTERVAL);
        }
    }
}
