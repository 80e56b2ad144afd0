// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.wirepost.delivery.internal.outbox.Departures;
import org.wirepost.delivery.internal.outbox.DueTimes;
import org.wirepost.delivery.internal.outbox.Faults;
import org.wirepost.delivery.internal.outbox.Mails;
import org.wirepost.delivery.internal.outbox.Store;

/**
 * The right to send from an outbox, of one process at a time. It dies with its process. Its methods may be called from
 * several threads.
 */
public final class Sender implements AutoCloseable {

    private final Mails mails;
    private final Departures departures;
    private final Store store;
    private final Closeable lock;
    private final DueTimes times;
    private volatile boolean closed;

    private Sender(Store store, Mails mails, Closeable lock, LongSupplier nanos) {
        this.store = store;
        this.mails = mails;
        this.lock = lock;
        this.times = new DueTimes(nanos);
        this.departures = new Departures(store, mails, times);
    }

    static Optional<Sender> acquire(Store store, Mails mails, LongSupplier nanos) throws IOException {
        Optional<Closeable> lock = store.awaitSenderLock();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        boolean done = false;
        try {
            Sender sender = new Sender(store, mails, lock.get(), nanos);
            sender.departures.takeOver();
            done = true;
            return Optional.of(sender);
        } finally {
            if (!done) {
                lock.get().close();
            }
        }
    }

    /**
     * Returns the mails that may be tried now, oldest first: not held, with a recipient that is pending and due, not
     * being sent. A time that was written down counts by the clock of the day, but never makes a mail wait longer than
     * was meant when it was written, even when that clock was set back since.
     *
     * @throws OutboxException when the folder cannot be read
     */
    public List<QueuedMail> due() throws OutboxException {
        List<QueuedMail> due = new ArrayList<>();
        for (QueuedMail mail : waiting()) {
            if (until(mail).isZero()) {
                due.add(mail);
            }
        }
        return due;
    }

    /**
     * Returns how long it is until a mail falls due; zero when one is due now, empty when none will be without a change
     * of the outbox.
     *
     * @throws OutboxException when the folder cannot be read
     */
    public Optional<Duration> untilDue() throws OutboxException {
        Optional<Duration> shortest = Optional.empty();
        for (QueuedMail mail : waiting()) {
            Duration until = until(mail);
            if (shortest.isEmpty() || until.compareTo(shortest.get()) < 0) {
                shortest = Optional.of(until);
            }
        }
        return shortest;
    }

    /** Returns all that go on their own, now or later. */
    private List<QueuedMail> waiting() throws OutboxException {
        try {
            List<QueuedMail> all = mails.list();
            times.keep(all.stream().map(QueuedMail::id).collect(Collectors.toSet()));
            return all.stream().filter(mail -> mail.held().isEmpty() && !mail.sending()
                    && mail.recipients().stream().anyMatch(recipient -> recipient.state().isPending())).toList();
        } catch (IOException e) {
            throw Faults.of(e, "The outbox cannot be read");
        }
    }

    private Duration until(QueuedMail mail) {
        Instant now = store.now();
        Duration start = mail.notBefore().map(time -> times.until(mail.id(), mail.scheduled(), time, now))
                .orElse(Duration.ZERO);
        Duration earliest = null;
        for (RecipientStatus recipient : mail.recipients()) {
            if (recipient.state().isPending()) {
                Duration wait = until(mail.id(), recipient, now);
                earliest = earliest == null || wait.compareTo(earliest) < 0 ? wait : earliest;
            }
        }
        return earliest == null || earliest.compareTo(start) < 0 ? start : earliest;
    }

    private Duration until(String id, RecipientStatus recipient, Instant now) {
        if (recipient.state() == RecipientState.QUEUED || recipient.nextTry().isEmpty()) {
            return Duration.ZERO;
        }
        return times.until(id, recipient.decided().orElse(now), recipient.nextTry().get(), now);
    }

    /**
     * Begins an attempt for all pending recipients of a mail, whether they are due or not. That it has begun is on disk
     * when this returns, and so is the room for its result.
     *
     * @param id the full id
     * @return the attempt
     * @throws OutboxException {@code GONE}, {@code STATE} when it is held, already begun, waits for its time or has
     *         nobody pending, {@code DAMAGED}, {@code FULL} when there is no room for the result
     */
    public Attempt begin(String id) throws OutboxException {
        if (closed) {
            throw new IllegalStateException("The right to send was given back");
        }
        try {
            return new Attempt(departures.begin(id));
        } catch (IOException e) {
            throw Faults.of(e, "The mail " + id + " cannot be sent now");
        }
    }

    /** Gives the right to send back. Attempts that are still open are settled by the next sender. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            departures.end();
            try {
                lock.close();
            } catch (IOException e) {
                System.getLogger(Sender.class.getName()).log(System.Logger.Level.WARNING,
                        "The lock of the outbox could not be given back", e);
            }
        }
    }
}
