// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A task on the user interface thread that can be asked for as often as one likes and is done at most 30 times a
 * second.
 */
public final class Beat {

    private final UiThread ui;
    private final Runnable task;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Only touched on the user interface thread. */
    private boolean resting;
    private boolean again;

    Beat(UiThread ui, Runnable task) {
        this.ui = ui;
        this.task = task;
    }

    /** Asks for the task, from any thread. */
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            ui.run(this::due);
        }
    }

    private void due() {
        if (resting) {
            again = true;
            return;
        }
        asked.set(false);
        resting = true;
        ui.later(this::rested);
        task.run();
    }

    private void rested() {
        resting = false;
        if (again) {
            again = false;
            ui.run(this::due);
        }
    }
}
