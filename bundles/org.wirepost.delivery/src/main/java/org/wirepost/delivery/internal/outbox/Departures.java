// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.OutboxException.Kind;
import org.wirepost.delivery.outbox.QueuedMail;

/** What the one who sends does with the store. */
public final class Departures {

    private static final Duration OLD = Duration.ofHours(1);

    private final Store store;
    private final Mails mails;
    private final DueTimes times;
    private volatile boolean ended;

    /** Uses a store of which the caller has the right to send. */
    public Departures(Store store, Mails mails, DueTimes times) {
        this.store = store;
        this.mails = mails;
        this.times = times;
    }

    /** Settles what another sender has left in the middle, and clears away what others could not finish. */
    public void takeOver() throws IOException {
        store.inTurn(() -> {
            for (String id : store.ids()) {
                try {
                    mails.settle(id);
                } catch (OutboxException | NoSuchFileException e) {
                    // It is among those set aside, where its reader is told.
                    continue;
                } catch (IOException e) {
                    // It stays as it is: an attempt without an end, which nobody begins again.
                    System.getLogger(Departures.class.getName()).log(System.Logger.Level.WARNING,
                            "The mail " + id + " could not be settled", e);
                }
            }
            clear();
            return store;
        });
        store.stamp().renew();
    }

    private void clear() throws IOException {
        for (String name : Store.names(store.leaving())) {
            discard(store.leaving().resolve(name));
        }
        for (String name : Store.names(store.arriving())) {
            Path place = store.arriving().resolve(name);
            if (!store.disk().isRunning(name.substring(name.indexOf('-') + 1)) && isOld(place)) {
                discard(place);
            }
        }
    }

    /** A process of another machine or container cannot be seen, so what is young is left alone. */
    private boolean isOld(Path place) throws IOException {
        return Duration.between(Files.getLastModifiedTime(place).toInstant(), store.now()).compareTo(OLD) > 0;
    }

    private void discard(Path folder) {
        try {
            new MailFile(store.disk(), folder).delete();
        } catch (IOException e) {
            System.getLogger(Departures.class.getName()).log(System.Logger.Level.DEBUG, "Left behind: " + folder, e);
        }
    }

    /** Begins an attempt. */
    public Departing begin(String id) throws IOException {
        Departing departing = store.inTurn(() -> {
            Mails.Found found = mails.get(id);
            require(found, mails.view(found));
            List<Integer> recipients = found.standing().pending();
            Instant now = store.now();
            Standing standing = found.standing();
            Journal roomy = found.file().reserve(found.journal(), Room.attempt(
                    standing.card().envelope().recipients().size()));
            Journal begun = found.file().append(roomy, List.of(new Entry.Begun(now, standing.attempts() + 1,
                    roomy.size())));
            return new Departing(store, mails, this, id, begun, recipients);
        });
        store.stamp().renew();
        return departing;
    }

    private void require(Mails.Found found, QueuedMail mail) throws IOException {
        Standing standing = found.standing();
        String id = mail.id();
        if (standing.isOpen()) {
            throw Faults.sending(id);
        }
        if (found.journal().damage().isPresent()) {
            throw new OutboxException(Kind.DAMAGED, "The journal of the mail " + id + " is damaged ("
                    + found.journal().damage().get() + "), so a person has to decide about it.", null);
        }
        if (mail.held().isPresent()) {
            throw state(id, "is held (" + mail.held().get().replaceFirst("\\.$", "") + ").");
        }
        if (standing.pending().isEmpty()) {
            throw state(id, "has nobody left to be sent to.");
        }
        Optional<Instant> start = mail.notBefore();
        if (start.isPresent() && !times.until(id, mail.scheduled(), start.get(), store.now()).isZero()) {
            throw state(id, "is not to be sent before " + start.get() + ".");
        }
        if (!Files.isRegularFile(mail.content()) || Files.size(mail.content()) != mail.size()) {
            throw new OutboxException(Kind.DAMAGED, "The mail " + id + " cannot be sent, because its content "
                    + mail.content() + " is missing or damaged.", null);
        }
    }

    private static OutboxException state(String id, String why) {
        return new OutboxException(Kind.STATE, "The mail " + id + " " + why, null);
    }

    /** The right to send is given back: attempts that are still open may bring nothing to its end any more. */
    public void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }
}
