// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Watch;

/** One call of a handler while it runs: what the handler sees of it, and the clock that the guard looks at. */
public final class OngoingCall implements Call {

    /**
     * How long a call may take.
     *
     * @param idle without progress
     * @param total in all, not counting the time in which the file itself kept it waiting
     * @param slow from when on a call that does come back is held against the handler
     */
    public record Limit(Duration idle, Duration total, Duration slow) {
    }

    private final String doing;
    private final Limit limit;
    private final Watch watch;
    private final Scratch scratch;
    private final long pixels;
    private final SourceClock clock = new SourceClock();
    private final long submitted = System.nanoTime();
    private volatile boolean started;
    private volatile long startedAt;
    private volatile long lastSign;
    private volatile double done;
    private volatile boolean over;

    /**
     * @param doing what is done with which file, for messages, for example {@code inspecting photo.jpg}
     */
    public OngoingCall(String doing, Limit limit, Watch watch, Scratch scratch, long pixels) {
        this.doing = doing;
        this.limit = limit;
        this.watch = watch;
        this.scratch = scratch;
        this.pixels = pixels;
    }

    @Override
    public boolean cancelled() {
        return over || watch.cancelled();
    }

    @Override
    public void progress(double now) {
        if (now > done && !over) {
            done = Math.min(now, 1);
            lastSign = System.nanoTime();
            watch.progress(done);
        }
    }

    @Override
    public long pixelBudget() {
        return pixels;
    }

    @Override
    public Path scratch() throws IOException {
        if (over) {
            throw new IOException("The call is over.");
        }
        return scratch.folder();
    }

    /** Whether the caller has stopped the call. */
    boolean unwanted() {
        return watch.cancelled();
    }

    String doing() {
        return doing;
    }

    SourceClock clock() {
        return clock;
    }

    /** Starts the clock; called on the thread that runs the call. */
    void start() {
        long now = System.nanoTime();
        startedAt = now;
        lastSign = now;
        started = true;
    }

    /** Tells the handler that nobody waits any more. */
    void end() {
        over = true;
    }

    boolean started() {
        return started;
    }

    /** Time since the call was handed to the executor, in nanoseconds. */
    long waited() {
        return System.nanoTime() - submitted;
    }

    /** Whether the handler has used up its time. The time in which it waits for bytes of the file is not its own. */
    boolean overdue() {
        if (!started || clock.waiting() > 0) {
            return false;
        }
        long now = System.nanoTime();
        return now - startedAt - clock.total() > limit.total.toNanos()
                || now - Math.max(lastSign, clock.lastRead()) > limit.idle.toNanos();
    }

    /** Whether the call, now that it came back, was slow; nothing if its pace does not matter. */
    Optional<Boolean> pace() {
        if (limit.slow.compareTo(limit.total) >= 0) {
            return Optional.empty();
        }
        return Optional.of(System.nanoTime() - startedAt - clock.total() > limit.slow.toNanos());
    }
}
