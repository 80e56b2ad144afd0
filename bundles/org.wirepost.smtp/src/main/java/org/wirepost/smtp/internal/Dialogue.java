// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.tls.HandshakeFailure;
import org.wirepost.smtp.internal.wire.TlsWire;
import org.wirepost.smtp.internal.wire.Wire;

/**
 * Lines out, replies in: every octet becomes part of one event, every wait has a deadline, and every failure becomes
 * one {@link SmtpException} that closes the connection.
 */
public final class Dialogue implements Conversation {

    private final Timeouts timeouts;
    private final Events events;
    private final Incoming incoming;
    private Outgoing outgoing;
    private boolean transactionOpen;
    private boolean closed;
    private volatile Wire wire;
    private volatile boolean cancelled;

    /**
     * Prepares a dialogue; the wire comes later.
     *
     * @param timeouts the limits of all waits
     * @param listener is told every event
     */
    public Dialogue(Timeouts timeouts, DialogueListener listener) {
        this.timeouts = timeouts;
        this.events = new Events(listener);
        this.incoming = new Incoming(events);
    }

    Events events() {
        return events;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** Uses a wire from now on; a wire that comes after a cancel is closed at once. */
    void use(Wire next) {
        wire = next;
        if (cancelled) {
            next.close();
        }
        if (outgoing == null) {
            outgoing = new Outgoing(next, () -> incoming.take(wire), timeouts.block().toNanos());
        } else {
            outgoing.switchTo(next);
        }
    }

    Wire wire() {
        return wire;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** Tells whether the connection can be used. */
    public boolean isOpen() {
        return wire != null && !closed && !incoming.hasSaidGoodbye() && !cancelled;
    }

    /** Tells whether the server may still hold a sender and recipients, so that RSET has to come before MAIL. */
    boolean isTransactionOpen() {
        return transactionOpen;
    }

    void transactionOpen(boolean open) {
        transactionOpen = open;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Reply say(Stage at, Line line) throws SmtpException {
        Optional<Reply> unasked = unasked(at);
        if (unasked.isPresent()) {
            return unasked.get();
        }
        queue(at, line);
        return hear(at, timeouts.command());
    }

    /** What happens from now on belongs to this stage. */
    void during(Stage at) {
        incoming.during(at);
    }

    /** Puts a line behind what is waiting to be sent. */
    void queue(Stage at, Line line) throws SmtpException {
        incoming.during(at);
        requireOpen(at);
        try {
            int octets = outgoing.line(line.text());
            events.sent(at, line, octets);
        } catch (IOException e) {
            throw failed(at, e);
        }
    }

    /** Sends what is waiting and waits for a whole reply. */
    Reply hear(Stage at, Duration limit) throws SmtpException {
        incoming.during(at);
        requireOpen(at);
        flush(at);
        try {
            return incoming.await(wire, limit);
        } catch (SocketTimeoutException e) {
            throw close(new SmtpException(Kind.TIMEOUT, at, "The server did not answer within " + seconds(limit)
                    + " (stage " + at.word() + ")", Optional.empty(), e));
        } catch (IOException e) {
            throw failed(at, e);
        }
    }

    /** Returns a reply that has come already, without waiting and without sending what is waiting. */
    Optional<Reply> heardAlready(Stage at) throws SmtpException {
        incoming.during(at);
        requireOpen(at);
        try {
            return incoming.buffered();
        } catch (IOException e) {
            throw failed(at, e);
        }
    }

    /** Returns what a server still says that has said 421; empty when it is silent. */
    Optional<Reply> heardAfterGoodbye(Stage at) {
        incoming.during(at);
        try {
            return incoming.words(wire);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sends what is waiting. */
    void flush(Stage at) throws SmtpException {
        try {
            outgoing.flush();
        } catch (IOException e) {
            // The server may have said why before it closed; those words are worth more than "broken pipe".
            if (e instanceof SocketTimeoutException || cancelled || !incoming.hasLastWords(wire)) {
                throw failed(at, e);
            }
        }
    }

    /**
     * Looks whether the server has said something without being asked, before something is said to it.
     *
     * @return an unasked 421, or 4xx or 5xx where the caller is in the middle of sending
     * @throws SmtpException of kind PROTOCOL for any other unasked reply: from then on nobody could tell which reply
     *         belongs to what
     */
    Optional<Reply> unasked(Stage at) throws SmtpException {
        incoming.during(at);
        requireOpen(at);
        try {
            if (!incoming.hasOctets() && incoming.take(wire) && !incoming.hasOctets()) {
                return Optional.empty();
            }
            Reply reply = incoming.await(wire, timeouts.quit());
            if (reply.code() == 421 || at == Stage.CONTENT && reply.code() >= 400) {
                return Optional.of(reply);
            }
            throw close(new SmtpException(Kind.PROTOCOL, at, "The server spoke without being asked: " + reply,
                    Optional.of(reply), null));
        } catch (IOException e) {
            throw e instanceof SmtpException known ? known : failed(at, e);
        }
    }

    /** After a failed write: returns what the server said before it closed, if that explains the failure. */
    Optional<Reply> lastWords(Stage at) throws SmtpException {
        incoming.during(at);
        try {
            return incoming.lastWords(wire);
        } catch (IOException e) {
            throw failed(at, e);
        }
    }

    /** Takes what has come, without waiting. */
    void takeWhatIsHere() throws SmtpException {
        try {
            incoming.take(wire);
        } catch (IOException e) {
            throw failed(incoming.stage(), e);
        }
    }

    /** Tells whether the server has said more than was asked, apart from a 421; an end of the stream is no matter. */
    boolean speaksAgain() {
        return incoming.speaksAgain(wire);
    }

    /** After the answer to STARTTLS: whatever lies behind it was put there by someone else. */
    void requireSilence() throws SmtpException {
        takeWhatIsHere();
        if (incoming.hasOctets()) {
            throw close(new SmtpException(Kind.PROTOCOL, Stage.STARTTLS, "There were more octets behind the server's"
                    + " answer to STARTTLS: someone may be tampering with the connection, so it was closed"));
        }
    }

    private void requireOpen(Stage at) throws SmtpException {
        if (cancelled) {
            throw close(new SmtpException(Kind.CANCELLED, at, "The session was cancelled"));
        }
        if (wire == null || closed) {
            throw new SmtpException(Kind.DISCONNECTED, at, "The connection is closed");
        }
    }

    /** Turns an I/O failure into what it means, and closes. */
    SmtpException failed(Stage at, IOException e) {
        if (e instanceof SmtpException known) {
            return close(known);
        }
        if (cancelled || Thread.currentThread().isInterrupted()) {
            return close(new SmtpException(Kind.CANCELLED, at, "The session was cancelled", Optional.empty(), e));
        }
        if (e instanceof ReplyReader.NoReply) {
            return close(new SmtpException(e instanceof ReplyReader.Cut ? Kind.DISCONNECTED : Kind.PROTOCOL, at,
                    e.getMessage(), Optional.empty(), e));
        }
        if (e instanceof SocketTimeoutException) {
            return close(new SmtpException(Kind.TIMEOUT, at, "The network took no more data for too long (stage "
                    + at.word() + ")", Optional.empty(), e));
        }
        // With TLS 1.3 a client hears only behind the handshake what the server thinks of its certificate.
        Optional<String> certificate = e instanceof SSLException
                ? HandshakeFailure.clientCertificate(String.valueOf(e.getMessage())) : Optional.empty();
        if (certificate.isPresent()) {
            return close(new SmtpException(Kind.TLS_HANDSHAKE, at, "The TLS handshake failed: " + certificate.get(),
                    Optional.empty(), e));
        }
        return close(new SmtpException(Kind.DISCONNECTED, at, "The connection broke: " + e.getMessage(),
                Optional.empty(), e));
    }

    /** Closes because of a failure; what was read and is no reply becomes an event first. */
    SmtpException close(SmtpException failure) {
        close(Optional.of(failure.getMessage()));
        return failure;
    }

    /** Closes the socket, once; a failure before there is one ends the session too. */
    public void close(Optional<String> failure) {
        if (!closed && (wire != null || failure.isPresent())) {
            closed = true;
            if (wire != null) {
                wire.close();
            }
            incoming.tellTheRest();
            events.tell(new DialogueEvent.Closed(Events.now(), incoming.stage(), failure));
        }
    }

    /**
     * Says QUIT, waits a little, closes; nothing that happens here matters any more.
     *
     * @param line QUIT as it is to be written
     * @return the answer, if there was one
     */
    public Optional<Reply> quit(Line line) {
        if (wire == null || closed) {
            return Optional.empty();
        }
        Optional<String> failure = Optional.empty();
        Optional<Reply> answer = Optional.empty();
        try {
            if (!incoming.hasSaidGoodbye()) {
                queue(Stage.QUIT, line);
                Reply bye = hear(Stage.QUIT, timeouts.quit());
                answer = Optional.of(bye);
                if (bye.code() != 221 && bye.code() != 421) {
                    warn(Stage.QUIT, "quit-not-221", "The server answered QUIT by " + bye + " instead of 221");
                }
            }
            if (wire instanceof TlsWire tls) {
                tls.sayGoodbye(System.nanoTime() + timeouts.quit().toNanos());
            }
        } catch (SmtpException e) {
            failure = Optional.of(e.getMessage());
        }
        close(failure);
        return answer;
    }

    /** Closes the socket from any thread. */
    public void cancel() {
        cancelled = true;
        Wire current = wire;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void warn(Stage at, String code, String text) {
        events.deviation(at, code, text);
    }

    @Override
    public void hide(String... texts) {
        incoming.hide(texts);
    }

    static String seconds(Duration limit) {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
