// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.OutboxException.Kind;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.Retry;
import org.wirepost.mime.Source;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** A mail that is being sent. */
public final class Departing {

    private final Store store;
    private final Mails mails;
    private final Departures departures;
    private final String id;
    private final QueuedMail mail;
    private final Entry.Card card;
    private final int attempt;
    private final List<Integer> recipients;
    private final BitSet dotted = new BitSet();
    private Journal journal;
    private Optional<String> damage = Optional.empty();
    private boolean over;

    Departing(Store store, Mails mails, Departures departures, String id, Journal journal, List<Integer> recipients) {
        this.store = store;
        this.mails = mails;
        this.departures = departures;
        this.id = id;
        this.journal = journal;
        this.recipients = recipients;
        Standing standing = Standing.of(journal).orElseThrow();
        this.card = standing.card();
        this.attempt = standing.attempts();
        this.mail = mails.shown(new Mails.Found(store.mail(id), journal, standing, true, Optional.empty()));
    }

    /** Returns the mail as it was when the attempt began. */
    public QueuedMail mail() {
        return mail;
    }

    /** Returns what is to be delivered. */
    public PreparedOrder order() {
        Envelope whole = card.envelope();
        Envelope envelope = new Envelope(whole.sender(), recipients.stream().map(whole.recipients()::get).toList(),
                whole.envelopeId(), whole.returned());
        return PreparedOrder.ofStored(id, Source.of(mail.content()), envelope, card.allOrNone(), this::beforeEnd);
    }

    private synchronized void beforeEnd(List<Recipient> reached, int checksum) throws IOException {
        if (over || departures.isEnded()) {
            throw new OutboxException(Kind.STATE, "The attempt to send the mail " + id + " is over already.", null);
        }
        if (checksum != card.checksum()) {
            damage = Optional.of("The content of the mail is not what was queued: its file is damaged.");
            throw new OutboxException(Kind.DAMAGED, damage.get(), null);
        }
        BitSet covered = covered(reached);
        BitSet more = (BitSet) covered.clone();
        more.andNot(dotted);
        if (more.isEmpty()) {
            return;
        }
        if (!dotted.isEmpty()) {
            // There is room for two of these, so the second one says all that can still be said.
            recipients.forEach(covered::set);
        }
        try {
            append(List.of(new Entry.Dot(store.now(), attempt, covered)));
        } catch (IOException e) {
            throw Faults.of(e, "The mail " + id + " was not sent");
        }
        dotted.or(covered);
    }

    private BitSet covered(List<Recipient> reached) {
        BitSet covered = new BitSet();
        for (int number : recipients) {
            covered.set(number, reached.contains(card.envelope().recipients().get(number)));
        }
        if (covered.cardinality() < reached.size()) {
            recipients.forEach(covered::set);
        }
        return covered;
    }

    /** After the first failure nothing more is written: nobody can rely on it. */
    private void append(List<Entry> entries) throws IOException {
        boolean written = false;
        try {
            journal = store.mail(id).append(journal, entries);
            written = true;
        } finally {
            over |= !written;
        }
    }

    /** Writes the end of the attempt down. */
    public QueuedMail record(DeliveryReport report, Retry retry) throws IOException {
        if (report.dryRun() != DryRun.NONE) {
            throw new IllegalArgumentException("A dry run sends nothing, so it is no attempt");
        }
        synchronized (this) {
            if (over || departures.isEnded()) {
                throw new OutboxException(Kind.DISK, "What became of the mail " + id + " was not written down, because"
                        + " its attempt is over or its journal could not be written before.", null);
            }
            append(entries(report, retry));
            over = true;
        }
        store.stamp().renew();
        return mails.shown(new Mails.Found(store.mail(id), journal, Standing.of(journal).orElseThrow(), false,
                Optional.empty()));
    }

    private List<Entry> entries(DeliveryReport report, Retry retry) {
        List<Entry.Result> results = new ArrayList<>();
        Optional<String> hold = damage;
        boolean complete = report.outcomes().size() == recipients.size();
        for (int i = 0; i < recipients.size(); i++) {
            Outcome outcome = complete ? report.outcomes().get(i) : missing(recipients.get(i), report);
            if (outcome instanceof Outcome.Deferred deferred && damage.isEmpty()) {
                Retry.Next next = retry.next(mail, deferred, report.failure());
                results.add(deferred(recipients.get(i), deferred, next));
                if (next instanceof Retry.Next.Held held && hold.isEmpty()) {
                    hold = Optional.of(held.reason());
                }
            } else {
                results.add(result(recipients.get(i), outcome, state(outcome), outcome.reason()));
            }
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Results(store.now(), attempt, results));
        hold.ifPresent(reason -> entries.add(new Entry.Held(store.now(), Room.cut(reason))));
        return entries;
    }

    /** A report without a word about a recipient says as much as the dot. */
    private Outcome missing(int recipient, DeliveryReport report) {
        String address = card.envelope().recipients().get(recipient).address();
        String reason = report.failure().map(failure -> failure.sentence()).orElse("Nothing was reported about it.");
        return dotted.get(recipient)
                ? new Outcome.Unknown(address, Stage.RESULT, Optional.empty(), reason)
                : new Outcome.Deferred(address, Stage.MAIL, Optional.empty(), reason);
    }

    private static RecipientState state(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return RecipientState.SENT;
        }
        if (outcome instanceof Outcome.Refused) {
            return RecipientState.REFUSED;
        }
        return outcome instanceof Outcome.Unknown ? RecipientState.UNKNOWN : RecipientState.DEFERRED;
    }

    private Entry.Result deferred(int recipient, Outcome.Deferred outcome, Retry.Next next) {
        if (next instanceof Retry.Next.At at) {
            return new Entry.Result(recipient, RecipientState.DEFERRED, cut(outcome.reason()), reply(outcome),
                    Optional.of(at.time().truncatedTo(ChronoUnit.MILLIS)));
        }
        if (next instanceof Retry.Next.GivenUp givenUp) {
            return result(recipient, outcome, RecipientState.REFUSED, givenUp.reason());
        }
        return result(recipient, outcome, RecipientState.DEFERRED, outcome.reason());
    }

    private Entry.Result result(int recipient, Outcome outcome, RecipientState state, String reason) {
        return new Entry.Result(recipient, state, cut(reason), reply(outcome), Optional.empty());
    }

    private Optional<String> reply(Outcome outcome) {
        return outcome.reply().map(Reply::toString).map(this::cut);
    }

    private String cut(String text) {
        return Room.cut(text, card.envelope().recipients().size());
    }
}
