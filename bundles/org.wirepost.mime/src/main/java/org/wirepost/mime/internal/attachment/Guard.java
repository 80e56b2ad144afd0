// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.wirepost.mime.attachment.HandlerException;

/**
 * Stands between the program and code that may hang, throw anything or never end. The code runs on a thread of the
 * executor; the caller waits for it as long as its limit allows and then leaves it behind.
 */
public final class Guard {

    /** How often a waiting caller looks whether it is cancelled. */
    private static final long LOOK = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_QUEUE = Duration.ofSeconds(30).toNanos();

    private final Executor executor;
    private final long longestRead;

    /**
     * @param executor has to have a free thread for each call; one that is left behind may never come back
     * @param longestRead how long to wait for bytes of the file itself
     */
    public Guard(Executor executor, Duration longestRead) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.longestRead = longestRead.toNanos();
    }

    /**
     * Runs a piece of work of a handler.
     *
     * @param source the file it works on, if it reads one
     * @throws HandlerException if the handler failed; when that was a fault, it is set aside
     * @throws InterruptedIOException if the caller cancelled or was interrupted
     * @throws IOException if the file itself cannot be read
     */
    public <T> T run(Entry entry, OngoingCall call, Optional<GuardedSource> source, Callable<T> work)
            throws IOException {
        FutureTask<Outcome<T>> task = new FutureTask<>(() -> outcome(call, source, work));
        entry.called();
        boolean done = false;
        try {
            executor.execute(task);
            Outcome<T> outcome = await(task, call, entry);
            if (outcome.failure() != null) {
                throw failure(entry, call, outcome.failure());
            }
            done = true;
            call.pace().ifPresent(slow -> entry.paced(slow, call.doing()));
            return outcome.result();
        } catch (RejectedExecutionException e) {
            throw new IOException("There is no thread for " + call.doing() + ": the program is closing.", e);
        } finally {
            if (!done) {
                call.end();
                task.cancel(true);
                source.ifPresent(GuardedSource::revoke);
            }
        }
    }

    /** What came of a piece of work; one of the two is null. */
    private record Outcome<T>(T result, Failure failure) {
    }

    /**
     * What was thrown, as far as it may be looked at by others: it may be a class of the handler, whose methods do what
     * they like.
     *
     * @param ofFile the failure of the file, if it was that
     * @param fault whether it is a fault of the handler
     * @param words what it says of itself
     * @param trace a copy of it, without code of the handler; none when it cannot even be looked at
     */
    private record Failure(Optional<IOException> ofFile, boolean fault, String words, Throwable trace) {

        static Failure of(Throwable thrown, Optional<GuardedSource> source) {
            Optional<IOException> ofFile = source.flatMap(GuardedSource::failure).filter(e -> isIn(thrown, e));
            boolean fault = !(thrown instanceof IOException);
            try {
                String said = thrown instanceof IOException && thrown.getMessage() != null ? thrown.getMessage()
                        : thrown.toString();
                Throwable copy = new IOException(Words.clean(thrown.getClass().getName() + ": " + said));
                copy.setStackTrace(thrown.getStackTrace());
                return new Failure(ofFile, fault, Words.clean(said), copy);
            } catch (Throwable again) {
                return new Failure(ofFile, fault, Words.clean(thrown.getClass().getName()), null);
            }
        }
    }

    /** Runs on the thread of the executor. Nothing that is thrown may pass: even looking at it can throw or hang. */
    private static <T> Outcome<T> outcome(OngoingCall call, Optional<GuardedSource> source, Callable<T> work) {
        call.start();
        try {
            return new Outcome<>(work.call(), null);
        } catch (Throwable e) {
            return new Outcome<>(null, Failure.of(e, source));
        }
    }

    private <T> Outcome<T> await(FutureTask<Outcome<T>> task, OngoingCall call, Entry entry) throws IOException {
        while (true) {
            try {
                return task.get(LOOK, TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the task catches everything", e);
            } catch (TimeoutException e) {
                giveUpIfDue(call, entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped(call);
            }
        }
    }

    private void giveUpIfDue(OngoingCall call, Entry entry) throws IOException {
        if (call.unwanted()) {
            throw stopped(call);
        }
        if (call.clock().waiting() > longestRead) {
            throw new IOException("No more bytes came while " + call.doing() + "; is the disk or network there?");
        }
        if (!call.started() && call.waited() > LONGEST_QUEUE) {
            throw new IOException("No thread became free for " + call.doing() + ".");
        }
        if (call.overdue()) {
            String what = "did not come back from " + call.doing();
            entry.fault(what);
            throw new HandlerException(entry.owner(), true, "The handler " + entry.owner() + " " + what + ".", null);
        }
    }

    private static InterruptedIOException stopped(OngoingCall call) {
        return new InterruptedIOException("Stopped while " + call.doing() + ".");
    }

    private static IOException failure(Entry entry, OngoingCall call, Failure failure) {
        if (failure.ofFile().isPresent()) {
            return failure.ofFile().get();
        }
        if (call.unwanted()) {
            return stopped(call);
        }
        String words = "failed " + call.doing() + " (" + failure.words() + ")"
                + (entry.gone() ? " because its bundle has left" : "");
        if (failure.fault()) {
            entry.fault(words);
        } else {
            entry.failed(words);
        }
        return new HandlerException(entry.owner(), failure.fault(), "The handler " + entry.owner() + " " + words + ".",
                failure.trace());
    }

    private static boolean isIn(Throwable thrown, Throwable wanted) {
        Throwable link = thrown;
        for (int depth = 0; link != null && depth < 20; depth++) {
            if (link == wanted) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
