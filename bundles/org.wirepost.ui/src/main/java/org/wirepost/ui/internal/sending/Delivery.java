// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.session.Recording;

/**
 * A letter of the outbox, from the wish to send it to its end: what the store says of it, and what is known beyond that
 * as long as this process lives. May be asked from any thread; whoever watches {@link Deliveries} is told of each
 * change.
 */
public final class Delivery {

    /** A longer wait is no time for undoing. */
    static final Duration LONGEST_UNDO = Duration.ofSeconds(31);

    private static final String DRAFT = "draft ";
    private static final long MILLIS = 1000;

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
    private final Pace pace = new Pace();
    private final Heard heard = new Heard();
    private Optional<QueuedMail> mail = Optional.empty();
    private Optional<State> phase = Optional.empty();
    private Optional<String> blocked = Optional.empty();
    private Optional<AccountPause> pause = Optional.empty();
    private Optional<DeliveryReport> failed = Optional.empty();
    private Optional<Recording> recording = Optional.empty();
    private Optional<Layout> layout = Optional.empty();
    private boolean undone;
    private boolean cancelled;
    private boolean told;
    private long version;

    Delivery(String id, Optional<Outgoing> outgoing, Hand hand) {
        this.id = requireNonNull(id, "id");
        this.outgoing = outgoing;
        this.hand = hand;
    }

    /** Returns what tells it from others of this run. */
    public String id() {
        return id;
    }

    /** Returns the letter, when it was sent by this window since its start. */
    Optional<Outgoing> outgoing() {
        return outgoing;
    }

    /** Returns the names and addresses that it was written to, where they are known. */
    public Optional<Draft> draft() {
        return outgoing.map(letter -> letter.order().draft());
    }

    /** Returns the mail as the store has it; empty until it is there. */
    public synchronized Optional<QueuedMail> mail() {
        return mail;
    }

    /** Returns the id of the draft it comes from; empty when there is none. */
    public String draftId() {
        return outgoing.map(Outgoing::draftId).orElseGet(() -> mail().map(QueuedMail::label)
                .filter(label -> label.startsWith(DRAFT)).map(label -> label.substring(DRAFT.length())).orElse(""));
    }

    /** Returns the name under which it goes into the store, by which its draft is found again. */
    String name() {
        return draftId().isEmpty() ? outgoing.map(Outgoing::label).orElse("") : DRAFT + draftId();
    }

    /** Returns what people call it: its subject. */
    public String label() {
        return outgoing.map(Outgoing::label).orElseGet(() -> mail().map(stored -> !stored.subject().isBlank()
                ? stored.subject() : stored.label().isBlank() || stored.label().startsWith(DRAFT)
                        ? Messages.noSubject : stored.label()).orElse(""));
    }

    /** Returns the name of the account it goes through. */
    public String account() {
        return outgoing.map(Outgoing::account).orElseGet(() -> mail().map(QueuedMail::account).orElse(""));
    }

    /** Returns whom it is for. */
    public List<String> recipients() {
        Optional<QueuedMail> stored = mail();
        if (stored.isPresent()) {
            return stored.get().recipients().stream().map(RecipientStatus::address).toList();
        }
        List<String> names = new ArrayList<>(outgoing.map(letter -> letter.order().envelope().to()).orElse(List.of()));
        if (names.isEmpty()) {
            draft().ifPresent(draft -> Stream.of(draft.to(), draft.cc(), draft.bcc()).flatMap(List::stream)
                    .flatMap(address -> address.mailboxes().stream()).map(Mailbox::addrSpec).forEach(names::add));
        }
        return names;
    }

    /** Returns how far it is. */
    public synchronized State state() {
        if (undone) {
            return State.UNDONE;
        }
        if (failed.isPresent()) {
            return State.DONE;
        }
        return mail.map(this::state).orElse(State.PREPARING);
    }

    private State state(QueuedMail stored) {
        return switch (stored.state()) {
            case SENDING -> phase.orElse(State.ELSEWHERE);
            case HELD -> State.HELD;
            case UNKNOWN -> phase.orElse(State.UNKNOWN);
            case QUEUED, DEFERRED -> phase.orElseGet(() -> waiting(stored));
            case REFUSED, SENT -> State.DONE;
        };
    }

    private State waiting(QueuedMail stored) {
        Instant now = Instant.now();
        boolean early = stored.notBefore().filter(time -> time.isAfter(now)).isPresent();
        if (early) {
            return Duration.between(stored.created(), stored.notBefore().get()).compareTo(LONGEST_UNDO) <= 0
                    ? State.WAITING : State.SCHEDULED;
        }
        if (blocked.isPresent()) {
            return State.HELD;
        }
        boolean later = stored.has(RecipientState.DEFERRED)
                && stored.nextTry().filter(time -> time.isAfter(now)).isPresent();
        return later || pause.filter(one -> one.until().isAfter(now)).isPresent() ? State.DEFERRED : State.QUEUED;
    }

    /** Returns when it is tried, as far as that is planned. */
    public synchronized Optional<Instant> nextTry() {
        Optional<Instant> planned = mail.flatMap(QueuedMail::nextTry);
        Optional<Instant> paused = pause.map(AccountPause::until);
        return planned.isPresent() && paused.filter(planned.get()::isBefore).isEmpty() ? planned : paused;
    }

    /** Returns why it stays where it is, if something has to be mended. */
    public synchronized Optional<String> blocked() {
        return mail.flatMap(QueuedMail::held).or(() -> blocked)
                .or(() -> pause.filter(one -> one.until().isAfter(Instant.now())).map(AccountPause::words));
    }

    /** Returns for how many seconds it still waits for being undone, rounded up; 0 in every other state. */
    public int secondsLeft() {
        return state() == State.WAITING ? (int) Math.max(0, (millisLeft() + MILLIS - 1) / MILLIS) : 0;
    }

    /** Returns the milliseconds until its time; 0 when it has none. */
    long millisLeft() {
        return mail().flatMap(QueuedMail::notBefore)
                .map(time -> Math.max(0, Duration.between(Instant.now(), time).toMillis())).orElse(0L);
    }

    /** Returns how many octets of the message have been sent. */
    public long sent() {
        return pace.sent();
    }

    /** Returns how many octets the message has; 0 until it is known. */
    public long total() {
        return pace.total();
    }

    /** Returns what has become of it so far; empty before the first attempt, and while one is made. */
    public Optional<DeliveryReport> report() {
        State now = state();
        synchronized (this) {
            if (failed.isPresent()) {
                return failed;
            }
            return now.isUnderWay() || now == State.ELSEWHERE || now == State.UNDONE ? Optional.empty()
                    : mail.flatMap(heard::report);
        }
    }

    /** Returns the recording of its last session, once that has begun. */
    public synchronized Optional<Recording> recording() {
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
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void setCancelled(boolean wanted) {
        cancelled = wanted;
    }

    Pace pace() {
        return pace;
    }

    /** Returns how often it has changed. */
    synchronized long version() {
        return version;
    }

    /** It is in the outbox; whoever is told of it is told outside. */
    synchronized void arrived(QueuedMail now) {
        if (mail.isEmpty()) {
            mail = Optional.of(now);
            version++;
        }
    }

    /** This is what the store says, unless something else has become known since the version that it was asked at. */
    void stored(QueuedMail now, long asked) {
        synchronized (this) {
            if (version != asked || mail.filter(now::equals).isPresent()) {
                return;
            }
            mail = Optional.of(now);
            version++;
        }
        hand.changed(this);
    }

    /** An attempt has begun in this process. */
    void began(QueuedMail now) {
        synchronized (this) {
            mail = Optional.of(now);
            phase = Optional.of(State.CONNECTING);
            blocked = Optional.empty();
            version++;
        }
        pace.reset();
        hand.changed(this);
    }

    /** The server is told about it. */
    void atServer() {
        synchronized (this) {
            if (phase.filter(State.CONNECTING::equals).isEmpty()) {
                return;
            }
            phase = Optional.of(State.SENDING);
        }
        hand.changed(this);
    }

    /** It has come on by some octets. */
    void progress(long sent, long total) {
        pace.add(sent, total);
        hand.changed(this);
    }

    /** An attempt of this process is over. */
    void attempted(QueuedMail now, DeliveryReport report) {
        synchronized (this) {
            heard.add(report);
            mail = Optional.of(now);
            phase = Optional.empty();
            version++;
        }
        hand.changed(this);
    }

    /** Something keeps its account from sending, or does no more. */
    void block(Optional<String> why, Optional<AccountPause> until) {
        synchronized (this) {
            if (blocked.equals(why) && pause.equals(until)) {
                return;
            }
            blocked = why;
            pause = until;
        }
        hand.changed(this);
    }

    /** It did not get into the outbox. */
    void fail(DeliveryReport report) {
        synchronized (this) {
            failed = Optional.of(report);
        }
        hand.changed(this);
    }

    /** It is not in the outbox any more. */
    void gone() {
        synchronized (this) {
            undone = true;
        }
        hand.changed(this);
    }

    /** Says where its session is recorded. */
    synchronized void recorded(Recording begun) {
        recording = Optional.of(begun);
    }

    /** Says where its parts are. */
    synchronized void laidOut(Optional<Layout> parts) {
        layout = parts;
    }

    synchronized Optional<Layout> layout() {
        return layout;
    }

    /** Tells whether its end is still to be told to the user; only once. */
    synchronized boolean tell() {
        boolean before = told;
        told = true;
        return !before;
    }
}
