// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.EnhancedStatus;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/**
 * The messages in flight and the replies that are awaited. Replies are matched to what they answer by their order
 * alone, and results are handed on in the order of the messages.
 */
final class Flight {

    private final Dialogue dialogue;
    private final boolean pipelining;
    private final Consumer<TransactionResult> results;
    private final ArrayDeque<Awaited> awaited = new ArrayDeque<>();
    private final ArrayDeque<Transaction> inFlight = new ArrayDeque<>();
    private long octets;

    Flight(Dialogue dialogue, boolean pipelining, Consumer<TransactionResult> results) {
        this.dialogue = dialogue;
        this.pipelining = pipelining;
        this.results = results;
    }

    void add(Transaction transaction) {
        inFlight.add(transaction);
        octets += transaction.submission().content().size();
    }

    int count() {
        return inFlight.size();
    }

    long octets() {
        return octets;
    }

    boolean awaitsNothing() {
        return awaited.isEmpty();
    }

    int awaitedCount() {
        return awaited.size();
    }

    /** Sends a command, or with PIPELINING puts it into the group; the reply is awaited. */
    void ask(Awaited.Kind kind, Line line, Transaction transaction, int recipient) throws SmtpException {
        requireQuiet(kind.stage());
        dialogue.queue(kind.stage(), line);
        await(kind, transaction, recipient);
        if (!pipelining) {
            hearAll();
        }
    }

    /** When no reply is awaited, none may be there: it would be taken for the answer to what is said next. */
    void requireQuiet(Stage stage) throws SmtpException {
        if (awaited.isEmpty()) {
            Optional<Reply> goodbye = dialogue.unasked(stage);
            if (goodbye.isPresent()) {
                throw dialogue.close(new SmtpException(Kind.REPLY, stage, "The server gives up without being asked: "
                        + goodbye.get(), goodbye, null));
            }
        }
    }

    void await(Awaited.Kind kind, Transaction transaction, int recipient) {
        await(kind, transaction, recipient, dialogue.outgoing().position());
    }

    /** Awaits the reply to a chunk of this length, which has been announced and follows. */
    void awaitChunk(Transaction transaction, long length) {
        await(Awaited.Kind.CHUNK, transaction, 0, dialogue.outgoing().position() + length);
    }

    private void await(Awaited.Kind kind, Transaction transaction, int recipient, long end) {
        awaited.add(new Awaited(kind, transaction, recipient, end));
        transaction.await();
    }

    void hearAll() throws SmtpException {
        while (!awaited.isEmpty()) {
            hearOne();
        }
    }

    /** Hears all that was asked before this message. */
    void hearBefore(Transaction transaction) throws SmtpException {
        while (!awaited.isEmpty() && awaited.peek().transaction() != transaction) {
            hearOne();
        }
    }

    /** Handles the replies that are here already. */
    void hearWhatIsHere() throws SmtpException {
        dialogue.takeWhatIsHere();
        while (!awaited.isEmpty()) {
            Optional<Reply> reply = dialogue.heardAlready(awaited.peek().stage());
            if (reply.isEmpty()) {
                return;
            }
            answer(reply.get());
        }
    }

    void hearOne() throws SmtpException {
        Awaited next = awaited.element();
        Optional<Reply> here = dialogue.heardAlready(next.stage());
        if (here.isEmpty() && next.kind() == Awaited.Kind.RESULT && dialogue.outgoing().isWaiting()) {
            // A result that is here before the end of the message has left is none.
            dialogue.takeWhatIsHere();
            here = dialogue.heardAlready(next.stage());
        }
        answer(here.isPresent() ? here.get() : dialogue.hear(next.stage(), next.limit(dialogue.timeouts())));
    }

    private void answer(Reply reply) throws SmtpException {
        Awaited next = awaited.remove();
        next.transaction().answered();
        requireSent(next, reply);
        handle(next, reply);
        settle();
        if (reply.code() == 421) {
            hearOutAfterGoodbye();
            throw dialogue.close(new SmtpException(Kind.REPLY, next.stage(), "The server closes the connection: "
                    + reply, Optional.of(reply), null));
        }
    }

    /** Consent to what has not left yet is consent to something else; a refusal may be why it could not leave. */
    private void requireSent(Awaited what, Reply reply) throws SmtpException {
        if (reply.code() < 400 && what.end() > dialogue.outgoing().handedOver()) {
            throw dialogue.close(new SmtpException(Kind.PROTOCOL, what.stage(), "The server answered " + what.kind()
                    + " before it had been sent: " + reply, Optional.of(reply), null));
        }
    }

    /** A server that says 421 and goes on all the same may take what is in flight, while QUIT would be waited for. */
    private void hearOutAfterGoodbye() throws SmtpException {
        long end = System.nanoTime() + dialogue.timeouts().quit().toNanos();
        while (!awaited.isEmpty() && end - System.nanoTime() > 0) {
            Optional<Reply> reply = dialogue.heardAfterGoodbye(awaited.element().stage());
            if (reply.isEmpty()) {
                return;
            }
            Awaited next = awaited.remove();
            next.transaction().answered();
            handle(next, reply.get());
            settle();
        }
    }

    private void handle(Awaited what, Reply reply) throws SmtpException {
        Transaction transaction = what.transaction();
        if (reply.isIntermediate() && what.kind() != Awaited.Kind.DATA) {
            throw outOfStep(what, reply);
        }
        switch (what.kind()) {
            case MAIL -> transaction.mailAnswered(reply);
            case RCPT -> transaction.recipientAnswered(what.recipient(), reply);
            case DATA -> dataAnswered(transaction, what, reply);
            case CHUNK -> {
                if (!reply.isPositive()) {
                    transaction.decideRest(Stage.CONTENT, reply, "The server did not take the message");
                }
            }
            case RESULT -> resultAnswered(what, reply);
            case RESET -> resetAnswered(transaction, reply);
            case NOTHING -> {
                if (reply.isPositive()) {
                    dialogue.warn(Stage.RESULT, "took-nothing", "The server took a message that had no recipient left");
                }
            }
        }
    }

    private void resultAnswered(Awaited what, Reply reply) throws SmtpException {
        Transaction transaction = what.transaction();
        if (!transaction.isWithin(dialogue.outgoing().handedOver())) {
            answeredTooEarly(what, reply);
            return;
        }
        requireNoSecondAnswer(what);
        requireAboutMail(what, reply);
        transaction.resultAnswered(reply);
    }

    /** With no 354 between them, one reply too many has the answer to RCPT stand for the one to the message. */
    private void requireAboutMail(Awaited what, Reply reply) throws SmtpException {
        boolean inGroup = pipelining && !what.transaction().isContentWanted();
        if (inGroup && reply.isPositive() && reply.enhanced().filter(Flight::isAboutAddress).isPresent()) {
            throw dialogue.close(new SmtpException(Kind.PROTOCOL, what.stage(), "The server answered the message by"
                    + " what it says about an address, so its replies are out of step: " + reply,
                    Optional.of(reply), null));
        }
    }

    /** "Other address status" and "destination address valid" (RFC 3463 section 3.2): said to MAIL and RCPT. */
    private static boolean isAboutAddress(EnhancedStatus status) {
        return status.subject() == 1 && (status.detail() == 0 || status.detail() == 5);
    }

    /** The server cannot have read the message to its end: praise is not for it, and refused it stays half sent. */
    private void answeredTooEarly(Awaited what, Reply reply) throws SmtpException {
        if (reply.isPositive()) {
            throw dialogue.close(new SmtpException(Kind.PROTOCOL, what.stage(),
                    "The server took the message before its end had been sent: " + reply, Optional.of(reply), null));
        }
        boolean wanted = !what.transaction().isDecided();
        what.transaction().resultAnswered(reply);
        if (wanted && reply.code() != 421) {
            throw dialogue.close(new SmtpException(Kind.REPLY, Stage.CONTENT,
                    "The server refused the message before its end had been sent: " + reply, Optional.of(reply),
                    null));
        }
    }

    /** Two answers to one message: the second may take back what the first said. */
    private void requireNoSecondAnswer(Awaited what) throws SmtpException {
        if (awaited.isEmpty() && dialogue.speaksAgain()) {
            throw dialogue.close(new SmtpException(Kind.PROTOCOL, what.stage(),
                    "The server answered the message twice, so its first answer cannot be relied on"));
        }
    }

    private void resetAnswered(Transaction next, Reply reply) throws SmtpException {
        if (reply.isPositive() || reply.code() == 421) {
            return;
        }
        // What follows might be added to the transaction that is still open.
        SmtpException refused = dialogue.close(new SmtpException(Kind.PROTOCOL, Stage.RESET,
                "The server refused RSET: " + reply, Optional.of(reply), null));
        boolean aboutMail = reply.code() / 10 == 45 || reply.code() / 10 == 55;
        Transaction last = inFlight.element();
        if (aboutMail && last != next && last.isTaken()) {
            // No answer to RSET (RFC 5321 section 4.3.2): it is the one to the message before, one reply late.
            last.doubt(refused);
        }
        throw refused;
    }

    private void dataAnswered(Transaction transaction, Awaited what, Reply reply) throws SmtpException {
        if (reply.isIntermediate()) {
            transaction.contentWanted();
        } else if (reply.isPositive()) {
            // Only 354 asks for the content (RFC 5321 section 4.3.2); this is the answer to something else.
            throw outOfStep(what, reply);
        } else {
            transaction.decideRest(Stage.DATA, reply, "The server did not want the message");
        }
    }

    private SmtpException outOfStep(Awaited what, Reply reply) {
        return dialogue.close(new SmtpException(Kind.PROTOCOL, what.stage(), "The server answered " + what.kind()
                + " by " + reply + ", which makes no sense there", Optional.of(reply), null));
    }

    /** Hands on the results of the messages that are finished. */
    void settle() {
        while (!inFlight.isEmpty() && inFlight.peek().isFinished() && !isUnconfirmed(inFlight.peek())) {
            handOn(inFlight.remove());
        }
    }

    /** A RSET that has been said behind the message already: its answer shows whether the replies are in step. */
    private boolean isUnconfirmed(Transaction transaction) {
        return transaction.isTaken() && !awaited.isEmpty() && awaited.peek().kind() == Awaited.Kind.RESET;
    }

    private void handOn(Transaction transaction) {
        octets -= transaction.submission().content().size();
        TransactionResult result = transaction.result();
        dialogue.events().decided(result.outcomes());
        results.accept(result);
    }

    /** The connection is lost: every message in flight gets the outcome that is known. */
    void abandon(SmtpException why) {
        long handedOver = dialogue.outgoing() == null ? 0 : dialogue.outgoing().handedOver();
        awaited.clear();
        while (!inFlight.isEmpty()) {
            Transaction transaction = inFlight.remove();
            if (!transaction.isDecided()) {
                transaction.abandon(why, handedOver);
            }
            handOn(transaction);
        }
    }
}
