// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.smtp.Recipient;

/** What the entries of a journal add up to. */
public final class Standing {

    private static final String INTERRUPTED = "The program ended after the mail may have left and before the server's"
            + " reply was written down, so nobody can tell whether it arrived.";

    private final Entry.Card card;
    private final RecipientStatus[] recipients;
    private final BitSet dotted = new BitSet();
    private Optional<String> held = Optional.empty();
    private Optional<Instant> notBefore;
    private Instant scheduled;
    private int attempts;
    private boolean open;

    private Standing(Entry.Card card) {
        this.card = card;
        this.notBefore = card.notBefore();
        this.scheduled = card.time();
        this.recipients = new RecipientStatus[card.envelope().recipients().size()];
        for (int i = 0; i < recipients.length; i++) {
            set(i, RecipientState.QUEUED, "", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * Adds a journal up.
     *
     * @return empty when not even its card is whole
     */
    public static Optional<Standing> of(Journal journal) {
        if (journal.entries().isEmpty() || !(journal.entries().get(0) instanceof Entry.Card card)) {
            return Optional.empty();
        }
        Standing standing = new Standing(card);
        for (Entry entry : journal.entries()) {
            standing.apply(entry);
        }
        journal.damage().ifPresent(standing::doubt);
        return Optional.of(standing);
    }

    private void apply(Entry entry) {
        if (entry instanceof Entry.Begun begun) {
            attempts = begun.attempt();
            open = true;
            dotted.clear();
        } else if (entry instanceof Entry.Dot dot) {
            dotted.or(dot.recipients());
        } else if (entry instanceof Entry.Results results) {
            apply(results);
        } else if (entry instanceof Entry.Held hold) {
            held = Optional.of(hold.reason());
        } else if (entry instanceof Entry.Released) {
            held = Optional.empty();
            change(RecipientState.DEFERRED, RecipientState.DEFERRED, entry.time());
        } else if (entry instanceof Entry.Resent) {
            held = Optional.empty();
            change(RecipientState.UNKNOWN, RecipientState.QUEUED, entry.time());
            change(RecipientState.REFUSED, RecipientState.QUEUED, entry.time());
        } else if (entry instanceof Entry.MarkedSent) {
            change(RecipientState.UNKNOWN, RecipientState.SENT, entry.time());
        } else if (entry instanceof Entry.Scheduled schedule) {
            notBefore = schedule.notBefore();
            scheduled = entry.time();
        }
    }

    private void apply(Entry.Results results) {
        attempts = Math.max(attempts, results.attempt());
        open = false;
        dotted.clear();
        for (Entry.Result result : results.results()) {
            if (result.recipient() < recipients.length) {
                set(result.recipient(), result.state(), result.reason(), result.reply(),
                        Optional.of(results.time()), result.nextTry());
            }
        }
    }

    private void change(RecipientState from, RecipientState to, Instant time) {
        for (int i = 0; i < recipients.length; i++) {
            RecipientStatus old = recipients[i];
            if (old.state() == from) {
                set(i, to, old.reason(), old.reply(), Optional.of(time),
                        to == RecipientState.DEFERRED ? Optional.of(time) : Optional.empty());
            }
        }
    }

    /** Whatever the damaged records said, the mail may have gone. */
    private void doubt(String damage) {
        for (int i = 0; i < recipients.length; i++) {
            if (recipients[i].state().isPending()) {
                unknown(i, "The journal of this mail is damaged (" + damage
                        + "), so nobody can tell whether it was sent.");
            }
        }
    }

    private void unknown(int recipient, String reason) {
        set(recipient, RecipientState.UNKNOWN, reason, Optional.empty(), recipients[recipient].decided(),
                Optional.empty());
    }

    private void set(int recipient, RecipientState state, String reason, Optional<String> reply,
            Optional<Instant> decided, Optional<Instant> nextTry) {
        String address = card.envelope().recipients().get(recipient).address();
        recipients[recipient] = new RecipientStatus(address, state, reason, reply, decided, nextTry);
    }

    /** Returns what the mail is. */
    public Entry.Card card() {
        return card;
    }

    /** Tells whether an attempt was begun and has no result. */
    public boolean isOpen() {
        return open;
    }

    /** Returns how many attempts were begun. */
    public int attempts() {
        return attempts;
    }

    /** Returns why the mail itself is held. */
    public Optional<String> held() {
        return held;
    }

    /** Returns the numbers of the recipients that are still to be sent to. */
    public List<Integer> pending() {
        List<Integer> pending = new ArrayList<>();
        for (int i = 0; i < recipients.length; i++) {
            if (recipients[i].state().isPending()) {
                pending.add(i);
            }
        }
        return pending;
    }

    /** Returns the state of one recipient. */
    public RecipientStatus recipient(int number) {
        return recipients[number];
    }

    /**
     * Ends an attempt whose process is gone: what may have left is unknown, everything else goes again.
     *
     * @param now the time
     * @return what is to be written down about that
     */
    public Entry.Results interrupt(Instant now) {
        List<Entry.Result> unknown = new ArrayList<>();
        for (int i : pending()) {
            if (dotted.get(i)) {
                unknown(i, INTERRUPTED);
                unknown.add(result(i));
            }
        }
        open = false;
        dotted.clear();
        return new Entry.Results(now, attempts, unknown);
    }

    /** Returns all that is known of recipients that have been tried. */
    List<Entry.Result> results() {
        List<Entry.Result> results = new ArrayList<>();
        for (int i = 0; i < recipients.length; i++) {
            if (recipients[i].state() != RecipientState.QUEUED) {
                results.add(result(i));
            }
        }
        return results;
    }

    private Entry.Result result(int recipient) {
        RecipientStatus status = recipients[recipient];
        return new Entry.Result(recipient, status.state(), Room.cut(status.reason(), recipients.length),
                status.reply().map(reply -> Room.cut(reply, recipients.length)), status.nextTry());
    }

    /**
     * Returns the mail as others see it.
     *
     * @param id its id
     * @param content its content
     * @param accountHeld why its account is held
     */
    public QueuedMail mail(String id, Path content, Optional<String> accountHeld) {
        return new QueuedMail(id, card.label(), card.account(), card.subject(), card.messageId(), card.size(), content,
                card.envelope(), card.allOrNone(), card.time(), notBefore, scheduled, card.expires(),
                attempts, List.of(recipients), held.or(() -> accountHeld), open);
    }

    /** Returns the recipients of these numbers. */
    public List<Recipient> envelope(List<Integer> numbers) {
        return numbers.stream().map(number -> card.envelope().recipients().get(number)).toList();
    }
}
