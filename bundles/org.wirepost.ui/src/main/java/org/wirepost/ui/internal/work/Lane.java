// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Lets through only so many tasks at a time, in the order they came; for work that takes much memory or time each. */
public final class Lane implements Executor {

    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    /**
     * Makes a lane.
     *
     * @param executor runs the tasks
     * @param width how many may run at a time
     */
    public Lane(Executor executor, int width) {
        this.executor = executor;
        this.free = width;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(task);
                return;
            }
            free--;
        }
        start(task);
    }

    private void start(Runnable task) {
        executor.execute(() -> {
            try {
                task.run();
            } finally {
                next();
            }
        });
    }

    private void next() {
        Runnable task;
        synchronized (waiting) {
            task = waiting.poll();
            if (task == null) {
                free++;
                return;
            }
        }
        start(task);
    }
}
