// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.internal.outbox.Arrival;
import org.wirepost.delivery.internal.outbox.Disk;
import org.wirepost.delivery.internal.outbox.Entry;
import org.wirepost.delivery.internal.outbox.Faults;
import org.wirepost.delivery.internal.outbox.History;
import org.wirepost.delivery.internal.outbox.LocalDisk;
import org.wirepost.delivery.internal.outbox.Mails;
import org.wirepost.delivery.internal.outbox.Room;
import org.wirepost.delivery.internal.outbox.Store;
import org.wirepost.delivery.internal.outbox.Watching;

/**
 * A folder with queued mail. Several processes, and several threads of each, may use the same folder at once; each
 * call sees every mail whole or not at all, and in a state that it really had.
 *
 * <p>What a call has returned for is on disk and survives a crash of the process and a loss of power. All of this is
 * blocking I/O.
 */
public final class Outbox {

    private final Store store;
    private final Mails mails;
    private final LongSupplier nanos;

    private Outbox(Store store, LongSupplier nanos) {
        this.store = store;
        this.mails = new Mails(store);
        this.nanos = nanos;
    }

    /**
     * Opens an outbox; the folder is made, for this user alone, when it is not there.
     *
     * @param folder the folder, such as {@code outbox} in the place for data
     * @param clock tells the time of day
     * @return the outbox; it holds nothing open
     * @throws OutboxException when the folder cannot be made or used
     */
    public static Outbox open(Path folder, Clock clock) throws OutboxException {
        return open(folder, clock, new LocalDisk(), System::nanoTime);
    }

    static Outbox open(Path folder, Clock clock, Disk disk, LongSupplier nanos) throws OutboxException {
        try {
            return new Outbox(Store.open(disk, folder, clock), nanos);
        } catch (IOException e) {
            throw Faults.of(e, "The outbox " + folder + " cannot be used");
        }
    }

    /**
     * Queues a mail. Its octets are made now, so that any server takes them: seven bits, SMTPUTF8 only where an address
     * needs it. When this returns, all of it is on disk and visible to every process; when it throws, none of it is.
     *
     * @param order the mail; it stays the caller's, and its files are not needed any more
     * @param account the name of the account to send through
     * @param options when, and under which name
     * @return the mail
     * @throws OrderException when the mail cannot be made
     * @throws OutboxException when it cannot be kept: {@code FULL} or {@code DISK}
     */
    public QueuedMail queue(PreparedOrder order, String account, QueueOptions options)
            throws OrderException, OutboxException {
        try {
            return new Arrival(store).queue(order, account, options, mails::arrived);
        } catch (IOException e) {
            throw Faults.of(e, "The mail was not queued");
        }
    }

    /**
     * Returns all mails, finished ones too, oldest first.
     *
     * @throws OutboxException when the folder cannot be read
     */
    public List<QueuedMail> list() throws OutboxException {
        return reading(mails::list);
    }

    /**
     * Finds a mail.
     *
     * @param id its id, or the beginning of it that fits no other
     * @return the mail
     * @throws OutboxException when several fit, or what is stored is damaged
     */
    public Optional<QueuedMail> find(String id) throws OutboxException {
        return reading(() -> {
            List<String> fitting = store.ids().stream().filter(each -> each.startsWith(id)).toList();
            if (fitting.contains(id)) {
                return mails.find(id);
            }
            if (fitting.size() > 1) {
                throw new OutboxException(OutboxException.Kind.AMBIGUOUS, "The beginning " + id + " fits "
                        + fitting.size() + " mails; give more of the id.", null);
            }
            return id.isEmpty() || fitting.isEmpty() ? Optional.empty() : mails.find(fitting.get(0));
        });
    }

    /**
     * Returns all that has happened to a mail, as its journal has it.
     *
     * @param id its full id
     * @return oldest first; a first one of kind {@code QUEUED}
     * @throws OutboxException when it is gone, or what is stored is damaged
     */
    public List<Note> history(String id) throws OutboxException {
        return reading(() -> History.of(mails.get(id)));
    }

    /** Returns what was found so damaged that it is in no list. */
    public List<SetAside> setAside() throws OutboxException {
        return reading(mails::setAside);
    }

    /**
     * Becomes the one that sends. What a process before had left in the middle is settled first: what may have left
     * becomes {@link RecipientState#UNKNOWN}, what surely has not is free to go again.
     *
     * @return empty when another process, or another part of this one, is sending
     * @throws OutboxException when that cannot be found out
     */
    public Optional<Sender> acquire() throws OutboxException {
        try {
            return Sender.acquire(store, mails, nanos);
        } catch (IOException e) {
            throw Faults.of(e, "Nothing can be sent from the outbox");
        }
    }

    /** Tells whether some process holds a {@link Sender} of this outbox now. */
    public boolean isSending() throws OutboxException {
        return reading(store::isSending);
    }

    /**
     * Holds a mail: it is not sent until it is released.
     *
     * @param id its full id
     * @param reason one sentence for people
     * @return the mail as it is now
     * @throws OutboxException when it is gone, being sent, or this cannot be written down
     */
    public QueuedMail hold(String id, String reason) throws OutboxException {
        return deciding(id, (standing, now) -> new Entry.Held(now, Room.cut(reason)));
    }

    /**
     * Lets a mail go that was held or deferred: it is due at once, unless it has a time before which it is not sent.
     * Unknown and refused recipients stay what they are, and an account that is held stays held.
     *
     * @param id its full id
     * @return the mail as it is now
     * @throws OutboxException as for {@link #hold}
     */
    public QueuedMail release(String id) throws OutboxException {
        return deciding(id, (standing, now) -> new Entry.Released(now));
    }

    /**
     * Has a mail sent again to those for whom it is unknown or refused: the same octets with the same Message-ID. For
     * unknown ones this is a person's decision and may bring it there twice.
     *
     * @param id its full id
     * @return the mail as it is now; what holds it is lifted
     * @throws OutboxException as for {@link #hold}; {@code STATE} when it is unknown or refused for nobody
     */
    public QueuedMail resend(String id) throws OutboxException {
        return deciding(id, (standing, now) -> {
            Mails.require(standing, "The mail " + id
                    + " is neither unknown nor refused for anybody, so there is nothing"
                    + " to send again.", RecipientState.UNKNOWN, RecipientState.REFUSED);
            return new Entry.Resent(now);
        });
    }

    /**
     * Notes that a mail has arrived where that was unknown.
     *
     * @param id its full id
     * @return the mail as it is now
     * @throws OutboxException as for {@link #hold}; {@code STATE} when it is unknown for nobody
     */
    public QueuedMail markSent(String id) throws OutboxException {
        return deciding(id, (standing, now) -> {
            Mails.require(standing, "The mail " + id + " is unknown for nobody, so there is nothing to note.",
                    RecipientState.UNKNOWN);
            return new Entry.MarkedSent(now);
        });
    }

    /**
     * Gives a mail another time before which it is not sent.
     *
     * @param id its full id
     * @param notBefore the time; empty for at once
     * @return the mail as it is now
     * @throws OutboxException as for {@link #hold}
     */
    public QueuedMail schedule(String id, Optional<Instant> notBefore) throws OutboxException {
        return deciding(id, (standing, now) -> new Entry.Scheduled(now,
                notBefore.map(time -> time.truncatedTo(ChronoUnit.MILLIS))));
    }

    /**
     * Takes a mail out of the outbox in whatever state it is, unless it is being sent at this moment: either it has
     * not begun and never will, or this throws.
     *
     * @param id its full id
     * @throws OutboxException {@code SENDING} or {@code GONE}, or when the disk fails
     */
    public void drop(String id) throws OutboxException {
        reading(() -> {
            mails.drop(id);
            return id;
        });
    }

    /**
     * Takes mails out that were sent to everybody.
     *
     * @param age how long ago at least
     * @return how many
     * @throws OutboxException when the disk fails
     */
    public int dropSent(Duration age) throws OutboxException {
        return reading(() -> mails.dropSent(age));
    }

    /**
     * Holds all mails of an account, also those that are still to come, such as after its password was refused.
     *
     * @param account its name
     * @param reason one sentence for people
     * @throws OutboxException when this cannot be written down
     */
    public void holdAccount(String account, String reason) throws OutboxException {
        reading(() -> {
            mails.holdAccount(account, Optional.of(reason));
            return account;
        });
    }

    /**
     * Lets the mails of an account go again; does nothing when it is not held.
     *
     * @param account its name
     * @throws OutboxException when this cannot be written down
     */
    public void releaseAccount(String account) throws OutboxException {
        reading(() -> {
            mails.holdAccount(account, Optional.empty());
            return account;
        });
    }

    /** Returns the accounts that are held, with the reason. */
    public Map<String, String> heldAccounts() throws OutboxException {
        return reading(mails::heldAccounts);
    }

    /**
     * Returns a mark that is another one after every change that any process makes. Cheap.
     *
     * @return the mark; the empty text before the first change
     */
    public String stamp() {
        return store.stamp().read();
    }

    /**
     * Tells of changes, by this process or another, by looking at the {@linkplain #stamp stamp} now and then.
     *
     * @param changed run on the clock's thread after one or several changes
     * @param clock runs the looks
     * @param period the time between two looks
     * @return closing it ends the watch
     */
    public AutoCloseable watch(Runnable changed, ScheduledExecutorService clock, Duration period) {
        return new Watching(store.stamp(), changed).every(clock, period);
    }

    private QueuedMail deciding(String id, Mails.Decision decision) throws OutboxException {
        return reading(() -> mails.decide(id, decision));
    }

    private static <T> T reading(Store.Work<T> work) throws OutboxException {
        try {
            return work.run();
        } catch (IOException e) {
            throw Faults.of(e, "This cannot be done in the outbox");
        }
    }
}
