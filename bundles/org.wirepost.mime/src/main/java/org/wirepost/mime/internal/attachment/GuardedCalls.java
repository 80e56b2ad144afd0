// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Bounds;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Watch;
import org.wirepost.mime.internal.attachment.OngoingCall.Limit;

/** The kinds of call that are made of a handler, each with its own limit of time. */
public final class GuardedCalls {

    /** What a handler does with a file. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; a null result counts as a fault. */
        T on(Source source, Call call) throws IOException;
    }

    private static final long BYTES_PER_SECOND = 20_000_000;
    private static final int HARD_FACTOR = 20;

    private final Guard guard;
    private final Bounds bounds;
    private final Path scratch;

    /**
     * @param scratch the folder for temporary files
     */
    public GuardedCalls(Executor executor, Bounds bounds, Path scratch) {
        this.guard = new Guard(executor, bounds.source());
        this.bounds = Objects.requireNonNull(bounds, "bounds");
        this.scratch = Objects.requireNonNull(scratch, "scratch");
    }

    /** A scratch folder for one use. */
    public Scratch scratch() {
        return new Scratch(scratch);
    }

    /** A call that answers at once and reads nothing. */
    public <T> T quick(Entry entry, String doing, Watch watch, Callable<T> work) throws IOException {
        Duration longest = bounds.match().multipliedBy(HARD_FACTOR);
        Limit limit = new Limit(longest, longest, bounds.match());
        return guard.run(entry, call(doing, limit, watch, scratch()), Optional.empty(),
                () -> Objects.requireNonNull(work.call(), "nothing was returned"));
    }

    /** A call that reads through a file once. */
    public <T> T reading(Entry entry, String doing, Source source, Watch watch, Work<T> work) throws IOException {
        Duration longest = bounds.inspect().plusMillis(source.length() * 1000 / BYTES_PER_SECOND);
        try (Scratch folder = scratch()) {
            return run(entry, call(doing, new Limit(longest, longest, longest), watch, folder), source, work);
        }
    }

    /** A call that may go on as long as it makes progress. */
    public <T> T working(Entry entry, String doing, Source source, Watch watch, Scratch folder, Work<T> work)
            throws IOException {
        return run(entry, call(doing, working(), watch, folder), source, work);
    }

    /** One step of reading content that a handler makes on the fly. */
    public <T> T streaming(Entry entry, String doing, Callable<T> work) throws IOException {
        return guard.run(entry, call(doing, working(), Watch.NONE, scratch()), Optional.empty(), work);
    }

    private Limit working() {
        return new Limit(bounds.idle(), bounds.prepare(), bounds.prepare());
    }

    private OngoingCall call(String doing, Limit limit, Watch watch, Scratch folder) {
        return new OngoingCall(doing, limit, watch, folder, bounds.pixels());
    }

    private <T> T run(Entry entry, OngoingCall call, Source source, Work<T> work) throws IOException {
        GuardedSource guarded = new GuardedSource(source, call);
        return guard.run(entry, call, Optional.of(guarded),
                () -> Objects.requireNonNull(work.on(guarded, call), "nothing was returned"));
    }
}
