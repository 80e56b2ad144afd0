// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.util.ArrayList;
import java.util.List;

/** Lets another thread stop the command that runs: the one that hears of Ctrl-C. */
public final class Stop {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean stopped;

    /** Stops what is going on, at once, and whatever is still begun. */
    public void stop() {
        List<Runnable> due;
        synchronized (this) {
            stopped = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Tells whether it was stopped. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /**
     * Adds what is to be done when it is stopped; done at once if it is already.
     *
     * @param how ends what is going on, from any thread
     */
    public void onStop(Runnable how) {
        synchronized (this) {
            if (!stopped) {
                actions.add(how);
                return;
            }
        }
        how.run();
    }
}
