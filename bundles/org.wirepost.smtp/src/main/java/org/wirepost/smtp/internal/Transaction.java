// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** One message on its way: what has been asked, what has been answered, and what that means for each recipient. */
final class Transaction {

    private static final long NOT_COMPLETE = Long.MAX_VALUE;
    private static final String ACCEPTED = "The server has taken the message";

    private final Submission submission;
    private final List<Recipient> recipients;
    private final Outcome[] outcomes;
    private int undecided;
    private int awaited;
    private int willing;
    private boolean probing;
    private boolean issued;
    private boolean mailAccepted;
    private boolean contentWanted;
    private long end = NOT_COMPLETE;
    private Optional<Reply> finalReply = Optional.empty();
    private Optional<SmtpException> failure = Optional.empty();

    Transaction(Submission submission) {
        this.submission = submission;
        this.recipients = submission.envelope().recipients();
        this.outcomes = new Outcome[recipients.size()];
        this.undecided = outcomes.length;
    }

    /** A transaction that ends before the content: who is willing counts as accepted. */
    static Transaction probe(Envelope envelope) {
        Transaction transaction = new Transaction(new Submission(envelope, OutgoingContent.of(new byte[0])));
        transaction.probing = true;
        return transaction;
    }

    Submission submission() {
        return submission;
    }

    /** A reply more is awaited. */
    void await() {
        awaited++;
    }

    /** A reply less is awaited. */
    void answered() {
        awaited--;
    }

    /** All that belongs to this message has been given to be sent. */
    void allIssued() {
        issued = true;
    }

    boolean isFinished() {
        return issued && awaited == 0;
    }

    boolean isUndecided(int recipient) {
        return outcomes[recipient] == null;
    }

    boolean isDecided() {
        return undecided == 0;
    }

    /** Returns those whose fate depends on the content. */
    List<Recipient> open() {
        if (undecided == outcomes.length) {
            return recipients;
        }
        List<Recipient> open = new ArrayList<>(undecided);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                open.add(recipients.get(i));
            }
        }
        return open;
    }

    void mailAnswered(Reply reply) {
        if (reply.isPositive()) {
            mailAccepted = true;
        } else {
            decideRest(Stage.MAIL, reply, "The server refused the sender");
        }
    }

    boolean isMailAccepted() {
        return mailAccepted;
    }

    void recipientAnswered(int recipient, Reply reply) {
        if (outcomes[recipient] != null) {
            return;
        }
        if (reply.isPositive()) {
            willing++;
            if (probing) {
                decide(recipient, new Outcome.Accepted(address(recipient), Stage.RCPT, Optional.of(reply),
                        "The server would take a message; nothing was sent"));
            }
        } else {
            decide(recipient, negative(recipient, Stage.RCPT, reply, "The server refused the recipient"));
        }
    }

    /** Tells whether at least one recipient wants the content. */
    boolean hasWilling() {
        return willing > 0 && undecided > 0;
    }

    /** Tells whether a recipient was refused, of a message that wants all or none. */
    boolean isSpoilt() {
        return submission.allOrNone() && undecided < outcomes.length && undecided > 0;
    }

    /** Gives up the message because one of its recipients was refused and all were wanted. */
    void spoil() {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                decide(i, new Outcome.Deferred(address(i), Stage.RCPT, Optional.empty(),
                        "Not sent, because another recipient was refused and all were wanted"));
            }
        }
    }

    void contentWanted() {
        contentWanted = true;
    }

    boolean isContentWanted() {
        return contentWanted;
    }

    /** The last octet of the content, or the final dot, ends at this position of the stream. */
    void completeAt(long position) {
        end = position;
    }

    /** Tells whether the message ends before this position of the stream. */
    boolean isWithin(long position) {
        return end <= position;
    }

    void resultAnswered(Reply reply) {
        finalReply = Optional.of(reply);
        decideRest(Stage.RESULT, reply, "The server did not take the message");
    }

    boolean isTaken() {
        return finalReply.isPresent() && finalReply.get().isPositive();
    }

    /** Decides all that are still open by one reply. */
    void decideRest(Stage stage, Reply reply, String words) {
        Optional<Reply> said = Optional.of(reply);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                decide(i, reply.isPositive() ? new Outcome.Accepted(address(i), stage, said, ACCEPTED)
                        : negative(i, stage, reply, words));
            }
        }
    }

    private Outcome negative(int recipient, Stage stage, Reply reply, String words) {
        String reason = words + ": " + reply;
        return reply.isPermanent() ? new Outcome.Refused(address(recipient), stage, Optional.of(reply), reason)
                : new Outcome.Deferred(address(recipient), stage, Optional.of(reply), reason);
    }

    /** Refuses one recipient before anything is sent. */
    void refuse(int recipient, String reason) {
        decide(recipient, new Outcome.Refused(address(recipient), Stage.RCPT, Optional.empty(), reason));
    }

    /** Refuses the message before anything is sent. */
    void refuse(SmtpException why) {
        failure = Optional.of(why);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                decide(i, new Outcome.Refused(address(i), why.stage(), why.reply(), why.getMessage()));
            }
        }
    }

    /** The message was not sent, and it is not the server's doing. */
    void notSent(SmtpException why) {
        failure = Optional.of(why);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                decide(i, new Outcome.Deferred(address(i), why.stage(), why.reply(), why.getMessage()));
            }
        }
    }

    /**
     * The connection is lost: what was wholly sent and not answered is unknown, everything else was not sent.
     *
     * @param why what happened
     * @param handedOver how far the stream was handed to the network
     */
    void abandon(SmtpException why, long handedOver) {
        boolean goodbye = why.reply().isPresent() && why.reply().get().code() == 421;
        if (goodbye || !isWithin(handedOver)) {
            notSent(why);
            return;
        }
        failure = Optional.of(why);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                decide(i, new Outcome.Unknown(address(i), Stage.RESULT, why.reply(), "The message was sent, but the"
                        + " final reply was lost, so nobody can tell whether it arrived: " + why.getMessage()));
            }
        }
    }

    /** The server took the message, by a reply that cannot be relied on. */
    void doubt(SmtpException why) {
        failure = Optional.of(why);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] instanceof Outcome.Accepted) {
                outcomes[i] = new Outcome.Unknown(address(i), Stage.RESULT, finalReply, "The message was sent, but the"
                        + " server's replies are out of step, so nobody can tell whether it arrived: "
                        + why.getMessage());
            }
        }
    }

    private void decide(int recipient, Outcome outcome) {
        outcomes[recipient] = outcome;
        undecided--;
    }

    private String address(int recipient) {
        return recipients.get(recipient).address();
    }

    TransactionResult result() {
        return new TransactionResult(submission, Arrays.asList(outcomes), finalReply, failure);
    }
}
