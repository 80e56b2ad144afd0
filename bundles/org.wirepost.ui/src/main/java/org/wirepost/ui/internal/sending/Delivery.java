// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.ui.internal.session.Recording;

/**
 * A letter on its way, from the wish to send it to its end. May be asked from any thread; whoever watches
 * {@link Deliveries} is told of each change.
 */
public final class Delivery {

    /** How far it is. */
    public enum State {
        /** It can still be undone, for a few seconds. */
        WAITING,
        /** Its time has come, and another letter is going through the same account; it can still be undone. */
        QUEUED,
        /** Its files are being prepared, and the secret of the account is read. */
        PREPARING,
        /** The session is being opened. */
        CONNECTING,
        /** The server is being told about it. */
        SENDING,
        /** It is over, well or not; there is a report. */
        DONE,
        /** It was undone before anything had happened. */
        UNDONE;

        /** Tells whether nothing will happen any more. */
        public boolean isOver() {
            return this == DONE || this == UNDONE;
        }

        /** Tells whether nothing has happened yet. */
        public boolean isPending() {
            return this == WAITING || this == QUEUED;
        }
    }

    private final String id;
    private final Outgoing outgoing;
    private final Instant submitted = Instant.now();
    private final long due;
    private final Consumer<Delivery> changed;
    private final Pace pace = new Pace();
    private State state = State.WAITING;
    private Optional<DeliveryReport> report = Optional.empty();
    private Optional<Recording> recording = Optional.empty();
    private Optional<Runnable> canceller = Optional.empty();
    private final Map<ResultGroup.Kind, Optional<Delivery>> successors = new EnumMap<>(ResultGroup.Kind.class);
    private boolean cancelled;
    private boolean told;

    Delivery(String id, Outgoing outgoing, int undoSeconds, Consumer<Delivery> changed) {
        this.id = requireNonNull(id, "id");
        this.outgoing = requireNonNull(outgoing, "outgoing");
        this.due = System.nanoTime() + TimeUnit.SECONDS.toNanos(undoSeconds);
        this.changed = changed;
    }

    /** Returns what tells it from others of this run. */
    public String id() {
        return id;
    }

    /** Returns the letter. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /** Returns when it was asked for. */
    public Instant submitted() {
        return submitted;
    }

    /** Returns how far it is. */
    public synchronized State state() {
        return state;
    }

    /** Returns for how many seconds it still waits for being undone, rounded up; 0 in every other state. */
    public synchronized int secondsLeft() {
        long left = due - System.nanoTime();
        long second = TimeUnit.SECONDS.toNanos(1);
        return state == State.WAITING ? (int) Math.max(0, (left + second - 1) / second) : 0;
    }

    /** Returns the milliseconds until the end of the time for undoing. */
    long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
    }

    /** Returns how many octets of the message have been sent. */
    public long sent() {
        return pace.sent();
    }

    /** Returns how many octets the message has; 0 until it is known. */
    public long total() {
        return pace.total();
    }

    /** Returns what became of it, once it is over. */
    public synchronized Optional<DeliveryReport> report() {
        return report;
    }

    /** Returns the recording of its session, once that has begun. */
    public synchronized Optional<Recording> recording() {
        return recording;
    }

    /**
     * Takes it back, if nothing has happened yet: then nothing will.
     *
     * @return whether it is undone
     */
    public boolean undo() {
        synchronized (this) {
            if (!state.isPending()) {
                return false;
            }
            state = State.UNDONE;
        }
        changed.accept(this);
        return true;
    }

    /** Ends it at whatever stage it is; what became of it is in the report then. Quick, for any thread. */
    public void cancel() {
        if (undo()) {
            return;
        }
        Optional<Runnable> action;
        synchronized (this) {
            cancelled = true;
            action = canceller;
        }
        action.ifPresent(Runnable::run);
        changed.accept(this);
    }

    /** Tells whether the user has asked for its end while it was under way. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    Pace pace() {
        return pace;
    }

    /** Goes from one state to another, unless it is not in the first any more. */
    boolean advance(State from, State to) {
        synchronized (this) {
            if (state != from) {
                return false;
            }
            state = to;
        }
        changed.accept(this);
        return true;
    }

    /** Says how it can be cancelled from now on; done at once if that was already asked for. */
    void onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            canceller = Optional.of(action);
            now = cancelled;
        }
        if (now) {
            action.run();
        }
    }

    /** Says where its session is recorded. */
    synchronized void recorded(Recording begun) {
        recording = Optional.of(begun);
    }

    /**
     * Asks for leave to send it again to the recipients of one kind of outcome: given once, and again if what came of
     * it
     * was undone.
     */
    synchronized boolean claim(ResultGroup.Kind kind) {
        boolean first = !successors.containsKey(kind);
        boolean undone = !first && successors.get(kind).filter(next -> next.state() == State.UNDONE).isPresent();
        if (first || undone) {
            successors.put(kind, Optional.empty());
        }
        return first || undone;
    }

    /** Says what came of the leave. */
    synchronized void follow(ResultGroup.Kind kind, Delivery successor) {
        successors.put(kind, Optional.of(successor));
    }

    /** Tells whether it has been sent again to the recipients of one kind of outcome. */
    synchronized boolean isFollowed(ResultGroup.Kind kind) {
        return successors.containsKey(kind)
                && successors.get(kind).filter(next -> next.state() == State.UNDONE).isEmpty();
    }

    /** Tells whether its end is still to be told to the user; only once. */
    synchronized boolean tell() {
        boolean before = told;
        told = true;
        return !before;
    }

    /** Says that it has come on by some octets. */
    void progress(long sent, long total) {
        pace.add(sent, total);
        changed.accept(this);
    }

    /** Says that it is over. */
    void finish(DeliveryReport result) {
        synchronized (this) {
            report = Optional.of(result);
            canceller = Optional.empty();
            state = State.DONE;
        }
        changed.accept(this);
    }
}
