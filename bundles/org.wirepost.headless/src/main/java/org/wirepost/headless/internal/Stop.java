// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.util.Optional;

/** Lets another thread stop the command that runs: the one that hears of Ctrl-C. */
public final class Stop {

    private Optional<Runnable> action = Optional.empty();
    private boolean stopped;

    /** Stops what is going on, at once, and whatever is still begun. */
    public void stop() {
        Optional<Runnable> now;
        synchronized (this) {
            stopped = true;
            now = action;
        }
        now.ifPresent(Runnable::run);
    }

    /** Tells whether it was stopped. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /**
     * Sets what is to be done when it is stopped; done at once if it is already.
     *
     * @param how ends what is going on, from any thread
     */
    public void onStop(Runnable how) {
        synchronized (this) {
            action = Optional.of(how);
            if (!stopped) {
                return;
            }
        }
        how.run();
    }
}
