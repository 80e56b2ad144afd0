// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

/** Lets another thread stop the command that runs: the one that hears of Ctrl-C. */
public final class Stop {

    private Runnable action = () -> { };
    private boolean stopped;

    /** Stops what is going on, at once, and whatever is still begun. */
    public void stop() {
        Runnable now;
        synchronized (this) {
            stopped = true;
            now = action;
        }
        now.run();
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
            action = how;
            if (!stopped) {
                return;
            }
        }
        how.run();
    }
}
