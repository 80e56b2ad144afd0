// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Watches how long the user interface thread keeps everybody waiting, and what it does meanwhile. */
public final class Stalls implements AutoCloseable {

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Display display;
    private final Duration limit;
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread watchdog = new Thread(this::watch, "stalls");
    private volatile boolean closed;
    private volatile long longestNanos;

    private Stalls(Display display, Duration limit) {
        this.display = display;
        this.limit = limit;
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Watches for stalls of more than 50 ms. */
    public static Stalls of(Robot robot) {
        return of(robot, Duration.ofMillis(50));
    }

    /** Watches for stalls of more than a limit. */
    public static Stalls of(Robot robot, Duration limit) {
        return new Stalls(robot.display(), limit);
    }

    /**
     * A time during which nothing could be clicked.
     *
     * @param length how long it was
     * @param trace what the thread was doing when the limit had passed
     */
    public record Stall(Duration length, String trace) {
    }

    /** Returns the stalls so far. */
    public List<Stall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    /** Returns the longest wait so far. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    private void watch() {
        try {
            while (!closed) {
                ask();
                LockSupport.parkNanos(REST_NANOS);
            }
        } catch (SWTException e) {
            // The display is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long begin = System.nanoTime();
        display.asyncExec(answered::countDown);
        String trace = "";
        if (!answered.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            trace = Arrays.stream(display.getThread().getStackTrace()).map(frame -> "    at " + frame)
                    .collect(Collectors.joining("\n"));
            while (!closed && !display.isDisposed() && !answered.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                continue;
            }
        }
        long length = System.nanoTime() - begin;
        longestNanos = Math.max(longestNanos, length);
        if (!trace.isEmpty()) {
            synchronized (stalls) {
                stalls.add(new Stall(Duration.ofNanos(length), trace));
            }
        }
    }

    /** Ends the watch; what was seen can still be asked for. */
    @Override
    public void close() {
        closed = true;
        try {
            watchdog.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
