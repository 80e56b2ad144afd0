// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The threads on which everything slow is done: files, handlers, servers. */
@Component(service = Background.class)
public final class Background implements Executor {

    private static final int SECONDS_TO_END = 3;

    private final ExecutorService workers = Executors.newCachedThreadPool(named("wirepost-desktop-"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(named("wirepost-desktop-clock-"));

    /** Made by the framework. */
    @Activate
    public Background() {
    }

    /** Has something done; once the desktop has closed, nothing is done any more. */
    @Override
    public void execute(Runnable task) {
        unlessClosed(() -> workers.execute(task));
    }

    /**
     * Has something done later.
     *
     * @param task what is to be done
     * @param millis when, from now
     */
    public void later(Runnable task, long millis) {
        unlessClosed(() -> clock.schedule(() -> execute(task), millis, TimeUnit.MILLISECONDS));
    }

    /** Who tells of a change while the desktop closes comes too late, which is no defect: nobody waits for it. */
    private void unlessClosed(Runnable handing) {
        try {
            handing.run();
        } catch (RejectedExecutionException e) {
            if (!clock.isShutdown()) {
                throw e;
            }
        }
    }

    /** Returns what runs small things at a time; nothing on it may take long. */
    public ScheduledExecutorService clock() {
        return clock;
    }

    /** Interrupts what is running and waits a little for it to end. */
    @Deactivate
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
