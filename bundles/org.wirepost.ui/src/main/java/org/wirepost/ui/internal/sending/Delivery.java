// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.session.Recording;

/**
 * A letter of the outbox, from the wish to send it to its end: what the store says of it, and what is known beyond that
 * as long as this process lives. May be asked from any thread; whoever watches {@link Deliveries} is told of each
 * change.
 */
public final class Delivery {

    /** How far it is. */
    public enum State {
        /** Its files are being prepared, and it is written into the outbox. */
        PREPARING,
        /** It is in the outbox and can still be undone, for a few seconds. */
        WAITING,
        /** It waits for the time that it was given. */
        SCHEDULED,
        /** It goes as soon as it is its turn. */
        QUEUED,
        /** The session is being opened. */
        CONNECTING,
        /** The server is being told about it. */
        SENDING,
        /** Another process is sending it. */
        ELSEWHERE,
        /** The server did not take it for everybody; it is tried again. */
        DEFERRED,
        /** It stays until a person has mended something or lets it go. */
        HELD,
        /** For somebody nobody knows whether it arrived; a person decides. */
        UNKNOWN,
        /** It is over, well or not; there is a report. */
        DONE,
        /** It was taken back or removed. */
        UNDONE;

        /** Tells whether nothing will happen any more. */
        public boolean isOver() {
            return this == DONE || this == UNDONE;
        }

        /** Tells whether it is in the outbox and goes soon, but nothing has happened yet. */
        public boolean isPending() {
            return this == WAITING || this == QUEUED;
        }

        /** Tells whether something happens now or in a moment. */
        public boolean isUnderWay() {
            return compareTo(SENDING) <= 0 && this != SCHEDULED;
        }

        /** Tells whether this process is working on it. */
        public boolean isAtWork() {
            return this == PREPARING || this == CONNECTING || this == SENDING;
        }
    }

    /** Who acts for it; all returns at once. */
    interface Hand {

        /** Something of it has changed. */
        void changed(Delivery delivery);

        /** Takes it out of the outbox, unless it is being sent. */
        void takeBack(Delivery delivery);

        /** Ends what is under way. */
        void stop(Delivery delivery);
    }

    private final String id;
    private final Optional<Outgoing> outgoing;
    private final Hand hand;
    private final Course course;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Optional<Recording> recording = Optional.empty();
    private volatile Optional<Layout> layout = Optional.empty();

    Delivery(String id, Optional<Outgoing> outgoing, Hand hand) {
        this.id = requireNonNull(id, "id");
        this.outgoing = outgoing;
        this.hand = hand;
        this.course = new Course(() -> hand.changed(this));
    }

    /** Returns what tells it from others of this run. */
    public String id() {
        return id;
    }

    /** Returns the letter, when it was sent by this window since its start. */
    Optional<Outgoing> outgoing() {
        return outgoing;
    }

    /** Returns what happens to it. */
    Course course() {
        return course;
    }

    private Caption caption() {
        return new Caption(outgoing, mail());
    }

    /** Returns the names and addresses that it was written to, where they are known. */
    public Optional<Draft> draft() {
        return outgoing.map(letter -> letter.order().draft());
    }

    /** Returns the mail as the store has it; empty until it is there. */
    public Optional<QueuedMail> mail() {
        return course.standing().mail();
    }

    /** Returns the id of the draft it comes from; empty when there is none. */
    public String draftId() {
        return caption().draftId();
    }

    /** Returns the name under which it goes into the store, by which its draft is found again. */
    String name() {
        return caption().name();
    }

    /** Returns what people call it: its subject. */
    public String label() {
        return caption().label();
    }

    /** Returns the name of the account it goes through. */
    public String account() {
        return caption().account();
    }

    /** Returns whom it is for. */
    public List<String> recipients() {
        return caption().recipients();
    }

    /** Returns how far it is. */
    public State state() {
        return course.standing().state(Instant.now());
    }

    /** Returns when it is tried, as far as that is planned. */
    public Optional<Instant> nextTry() {
        return course.standing().nextTry();
    }

    /** Returns why it stays where it is, if something has to be mended. */
    public Optional<String> blocked() {
        return course.standing().blocked(Instant.now());
    }

    /** Returns for how many seconds it still waits for being undone, rounded up; 0 in every other state. */
    public int secondsLeft() {
        return course.standing().secondsLeft(Instant.now());
    }

    /** Returns how many octets of the message have been sent. */
    public long sent() {
        return course.pace().sent();
    }

    /** Returns how many octets the message has; 0 until it is known. */
    public long total() {
        return course.pace().total();
    }

    /** Returns what has become of it so far; empty before the first attempt, and while one is made. */
    public Optional<DeliveryReport> report() {
        return course.report();
    }

    /** Returns the recording of its last session, once that has begun. */
    public Optional<Recording> recording() {
        return recording;
    }

    /** Takes it back, unless it is being sent: whether that was in time shows in its state. Quick, for any thread. */
    public void undo() {
        hand.takeBack(this);
    }

    /** Ends it at whatever stage it is; what became of it is in the report then. Quick, for any thread. */
    public void cancel() {
        hand.stop(this);
    }

    /** Tells whether the user has asked for its end while it was under way. */
    public boolean isCancelled() {
        return course.isCancelled();
    }

    /** Tells whether nothing of it is lost when it is forgotten. */
    boolean isDispensable() {
        Optional<DeliveryReport> report = report();
        return state().isOver()
                && (report.isEmpty() || !draftId().isEmpty() || report.get().isComplete() || mail().isEmpty());
    }

    /** Says where its session is recorded. */
    void recorded(Recording begun) {
        recording = Optional.of(begun);
    }

    /** Says where its parts are. */
    void laidOut(Optional<Layout> parts) {
        layout = parts;
    }

    Optional<Layout> layout() {
        return layout;
    }

    /** Tells whether its end is still to be told to the user; only once. */
    boolean tell() {
        return told.compareAndSet(false, true);
    }
}
