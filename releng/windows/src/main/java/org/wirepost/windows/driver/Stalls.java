// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * Watches how long the user interface thread keeps everybody waiting, and what it does meanwhile. A machine that others
 * use too lets the thread wait for a processor: that is seen on the clock, but not in the time for which the thread
 * has run, nor in the time for which it was held up by a lock or by a file.
 */
public final class Stalls implements AutoCloseable {

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
        watchdog.setPriority(Thread.MAX_PRIORITY);
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
     * @param length how long it was by the clock
     * @param ran for how much of it the thread had a processor; the kernel counts it
     * @param held for how much of it, as far as was seen, the thread was held up by a lock or by a file
     * @param trace what the thread was doing, again and again
     */
    public record Stall(Duration length, Duration ran, Duration held, String trace) {

        /** Returns how much of it is to be laid to what the thread did, not to a machine that was busy elsewhere. */
        public Duration own() {
            return ran.plus(held);
        }

        @Override
        public String toString() {
            return length.toMillis() + " ms, of which it ran for " + ran.toMillis() + " ms and was held up for "
                    + held.toMillis() + " ms\n" + trace;
        }
    }

    /** Returns the stalls so far. */
    public List<Stall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    /** Returns the longest wait so far, also if it was no stall. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** Returns what was seen, in one line. */
    public String summary() {
        return String.format("longest wait %d ms; over %d ms: %d, of these by itself %d (ran for up to %d ms, held up "
                + "for up to %d ms)", longest().toMillis(), limit.toMillis(), stalls().size(),
                stalls().stream().filter(stall -> stall.own().compareTo(limit) > 0).count(), most(Stall::ran),
                most(Stall::held));
    }

    private long most(Function<Stall, Duration> part) {
        return stalls().stream().map(part).max(Comparator.naturalOrder()).orElse(Duration.ZERO).toMillis();
    }

    private void watch() {
        try {
            while (!closed) {
                ask();
                LockSupport.parkNanos(REST_NANOS);
            }
        } catch (SWTException e) {
            // The display is gone.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the thread had come to answer, and for how long it had run until then, in nanoseconds. */
    private record Answer(long at, long ran) {

        static Answer now() {
            return new Answer(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }
    }

    private void ask() throws InterruptedException, ExecutionException {
        CompletableFuture<Answer> answered = new CompletableFuture<>();
        Samples samples = new Samples(display.getThread());
        long begin = System.nanoTime();
        long ran = THREADS.getThreadCpuTime(display.getThread().getId());
        display.asyncExec(() -> answered.complete(Answer.now()));
        Optional<Answer> answer = await(answered);
        while (answer.isEmpty() && !closed && !display.isDisposed()) {
            samples.take();
            answer = await(answered);
        }
        answer.ifPresent(end -> take(new Stall(Duration.ofNanos(end.at() - begin), Duration.ofNanos(end.ran() - ran),
                samples.held(), samples.toString())));
    }

    private static Optional<Answer> await(CompletableFuture<Answer> answered)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(answered.get(LOOK_NANOS, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private void take(Stall wait) {
        longestNanos = Math.max(longestNanos, wait.length().toNanos());
        if (wait.length().compareTo(limit) > 0) {
            synchronized (stalls) {
                stalls.add(wait);
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
