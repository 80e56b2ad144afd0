// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Stage;

/**
 * Sends messages: one after the other in lockstep, in groups with PIPELINING (RFC 2920), or with CHUNKING as well
 * whole messages in flight (RFC 3030).
 */
public final class Transactions {

    private static final int MOST_IN_FLIGHT = 512;
    private static final long MOST_OCTETS_IN_FLIGHT = 1024 * 1024;
    /** Content up to this size is sent without waiting whether anybody wants it. */
    private static final long LARGEST_BLIND = 256 * 1024;
    private static final Line RSET = Line.of("RSET");
    private static final Line DATA = Line.of("DATA");

    private final Dialogue dialogue;
    private final boolean pipelining;
    private final boolean chunking;
    private final Suitability suitability;
    private final TransactionCommands commands;
    private final Flight flight;
    private final ContentSender sender;
    private final Supply supply;
    /** How much had been handed to the network when replies were last looked for. */
    private long listenedAt;
    private Optional<Transaction> lastChunked = Optional.empty();

    private Transactions(Dialogue dialogue, Capabilities capabilities, Supply supply,
            Consumer<TransactionResult> results) {
        this.dialogue = dialogue;
        this.supply = supply;
        this.pipelining = capabilities.offers("PIPELINING");
        this.chunking = capabilities.offers("CHUNKING");
        this.commands = new TransactionCommands(capabilities);
        this.suitability = new Suitability(capabilities, commands, dialogue.events());
        this.flight = new Flight(dialogue, pipelining, results);
        this.sender = new ContentSender(dialogue, flight, pipelining);
    }

    /**
     * Sends messages as long as the connection lasts.
     *
     * @param dialogue the connection
     * @param capabilities what the server offers and may be used
     * @param submissions asked for the next message when there is room for it
     * @param results told each result, in order
     */
    public static void sendAll(Dialogue dialogue, Capabilities capabilities, Iterator<Submission> submissions,
            Consumer<TransactionResult> results) {
        Supply supply = new Supply(submissions);
        Transactions transactions = new Transactions(dialogue, capabilities, supply, results);
        transactions.guarded(() -> {
            while (dialogue.isOpen() && supply.hasNext()) {
                transactions.send(supply.next());
            }
            transactions.finish();
        });
        supply.throwFault();
    }

    /** Sends one message; also when the connection is closed there is a result. */
    public static TransactionResult send(Dialogue dialogue, Capabilities capabilities, Submission submission) {
        List<TransactionResult> results = new ArrayList<>();
        Transactions transactions = new Transactions(dialogue, capabilities, Supply.NONE, results::add);
        transactions.guarded(() -> {
            transactions.send(submission);
            transactions.finish();
        });
        return results.get(0);
    }

    /** Asks about sender and recipients, without content. */
    public static TransactionResult probe(Dialogue dialogue, Capabilities capabilities, Envelope envelope) {
        List<TransactionResult> results = new ArrayList<>();
        Transactions transactions = new Transactions(dialogue, capabilities, Supply.NONE, results::add);
        transactions.guarded(() -> transactions.ask(envelope));
        return results.get(0);
    }

    private void finish() throws SmtpException {
        flight.hearAll();
        if (lastChunked.isPresent() && !lastChunked.get().isTaken()) {
            dialogue.transactionOpen(true);
        }
    }

    private interface Work {
        void run() throws SmtpException;
    }

    /** Whatever happens, every message that was begun gets its result. */
    private void guarded(Work work) {
        boolean orderly = false;
        try {
            work.run();
            orderly = true;
        } catch (SmtpException e) {
            flight.abandon(e);
            orderly = true;
        } finally {
            if (!orderly) {
                hearTheRest();
            }
        }
    }

    /** The caller's code failed: what is in flight is heard to its end first. */
    private void hearTheRest() {
        try {
            flight.hearAll();
        } catch (SmtpException e) {
            flight.abandon(e);
        }
    }

    private void send(Submission submission) throws SmtpException {
        Transaction transaction = new Transaction(submission);
        flight.add(transaction);
        if (suitability.admits(transaction)) {
            makeRoom();
            boolean utf8 = suitability.usesUtf8(submission);
            begin(transaction, commands.mail(submission.envelope(), submission.content(), utf8), utf8);
            if (chunking) {
                byChunks(transaction);
            } else {
                byData(transaction);
            }
        }
        transaction.allIssued();
        flight.settle();
        if (!pipelining) {
            flight.hearAll();
        }
    }

    /** Hears what has come since the last write, so that little is kept, and waits when too much is in flight. */
    private void makeRoom() throws SmtpException {
        if (!flight.awaitsNothing() && dialogue.outgoing().handedOver() != listenedAt) {
            listenedAt = dialogue.outgoing().handedOver();
            flight.hearWhatIsHere();
        }
        while (!flight.awaitsNothing()
                && (flight.count() > MOST_IN_FLIGHT || flight.octets() > MOST_OCTETS_IN_FLIGHT)) {
            flight.hearOne();
        }
    }

    /** Says RSET if it is needed, MAIL, and RCPT for everybody. */
    private void begin(Transaction transaction, Line mail, boolean utf8) throws SmtpException {
        if (dialogue.isTransactionOpen() || lastChunked.isPresent() && !lastChunked.get().isTaken()) {
            // After a failed BDAT the state is indeterminate (RFC 3030 section 2): a MAIL that failed there would
            // leave the recipients of this message to the sender of the last one.
            flight.ask(Awaited.Kind.RESET, RSET, transaction, 0);
        }
        dialogue.transactionOpen(false);
        lastChunked = Optional.empty();
        flight.ask(Awaited.Kind.MAIL, mail, transaction, 0);
        List<Recipient> recipients = transaction.submission().envelope().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            if (transaction.isUndecided(i)) {
                flight.ask(Awaited.Kind.RCPT, commands.rcpt(recipients.get(i), utf8), transaction, i);
            }
        }
    }

    /** Hears what became of the envelope; returns whether the content is to follow. */
    private boolean isWanted(Transaction transaction) throws SmtpException {
        flight.hearAll();
        if (transaction.isSpoilt()) {
            transaction.spoil();
        }
        if (!transaction.hasWilling()) {
            dialogue.transactionOpen(transaction.isMailAccepted());
            return false;
        }
        return true;
    }

    private void byData(Transaction transaction) throws SmtpException {
        boolean blind = pipelining && !transaction.submission().allOrNone();
        if (!blind && !isWanted(transaction)) {
            return;
        }
        flight.ask(Awaited.Kind.DATA, DATA, transaction, 0);
        if (pipelining) {
            // The next message is laid out while the server works on this group.
            dialogue.flush(Stage.DATA);
            supply.lookAhead();
        }
        flight.hearAll();
        if (transaction.isContentWanted()) {
            sender.byData(transaction);
        } else {
            dialogue.transactionOpen(transaction.isMailAccepted());
        }
    }

    private void byChunks(Transaction transaction) throws SmtpException {
        Submission submission = transaction.submission();
        OutgoingContent content = submission.content();
        boolean blind = pipelining && !submission.allOrNone() && content.size() <= LARGEST_BLIND
                && !content.isWatched();
        if (!blind && !isWanted(transaction)) {
            return;
        }
        lastChunked = Optional.of(transaction);
        sender.byChunks(transaction);
    }

    private void ask(Envelope envelope) throws SmtpException {
        Transaction transaction = Transaction.probe(envelope);
        flight.add(transaction);
        suitability.refuseUnnameable(transaction);
        if (!transaction.isDecided()) {
            boolean utf8 = suitability.usesUtf8(transaction.submission());
            begin(transaction, commands.mail(envelope, utf8), utf8);
            flight.hearAll();
            if (transaction.isMailAccepted()) {
                flight.ask(Awaited.Kind.RESET, RSET, transaction, 0);
            }
        }
        transaction.allIssued();
        flight.hearAll();
        flight.settle();
    }
}
