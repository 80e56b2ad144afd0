// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.smtp.internal.ByHand;
import org.wirepost.smtp.internal.Dialogue;
import org.wirepost.smtp.internal.Line;
import org.wirepost.smtp.internal.Opening;
import org.wirepost.smtp.internal.Transactions;
import org.wirepost.smtp.internal.sasl.Authenticator;

/**
 * One session with one server.
 *
 * <p>Order of calls: {@link #connect()}, {@link #authenticate} if wanted, then any number of messages, then
 * {@link #quit()} or {@link #close()}. All on one thread; only {@link #cancel()} may come from another.
 */
public final class SmtpConnection implements AutoCloseable {

    private final ConnectionSettings settings;
    private final Dialogue dialogue;
    private final Opening opening;
    private final ByHand byHand;

    /**
     * Prepares a session; nothing is opened yet.
     *
     * @param settings where to and how
     * @param listener is told every event
     */
    public SmtpConnection(ConnectionSettings settings, DialogueListener listener) {
        this.settings = requireNonNull(settings, "settings");
        this.dialogue = new Dialogue(settings.timeouts(), requireNonNull(listener, "listener"));
        this.opening = new Opening(settings, dialogue);
        this.byHand = new ByHand(dialogue, opening);
    }

    /**
     * Connects, reads the greeting, says EHLO, and with STARTTLS encrypts and says EHLO again.
     *
     * @throws SmtpException when any of it fails; the connection is closed then
     */
    public void connect() throws SmtpException {
        opening.run();
    }

    /** Returns what the server offers now, without what the settings disable. */
    public Capabilities capabilities() {
        return opening.offered().without(settings.disabled());
    }

    /** Returns the facts of TLS, once there is TLS. */
    public Optional<TlsFacts> tls() {
        return opening.tls();
    }

    /** Tells whether the connection can be used for another message. */
    public boolean isOpen() {
        return dialogue.isOpen();
    }

    /**
     * Authenticates by the safest mechanism that is possible (RFC 4954).
     *
     * @param credentials who the client is
     * @param auth how
     * @return the name of the mechanism used
     * @throws SmtpException of kind AUTH_…, or when the connection fails
     */
    public String authenticate(Credentials credentials, AuthSettings auth) throws SmtpException {
        try {
            return new Authenticator().authenticate(dialogue, capabilities(), credentials, auth, tls().isPresent(),
                    settings.host(), settings.port());
        } catch (SmtpException e) {
            if (e.kind() == SmtpException.Kind.PROTOCOL) {
                // The server may believe that we are authenticated although it has not proved itself.
                dialogue.close(Optional.of(e.getMessage()));
            }
            throw e;
        }
    }

    /**
     * Sends one message. Failures are in the result, not thrown; look at {@link #isOpen()} before sending another.
     *
     * @param submission the message
     * @return an outcome for each recipient
     */
    public TransactionResult send(Submission submission) {
        return Transactions.send(dialogue, capabilities(), submission);
    }

    /**
     * Sends many messages, several in flight where the server's extensions allow it. When the connection is lost, the
     * iterator is asked no more, and every message taken from it has a result.
     *
     * @param submissions asked for the next message when there is room in flight; whether there is one may be asked
     *        while the last one is under way, so that it can be made ready meanwhile. What it throws is thrown on once
     *        every message taken has its result
     * @param results told each result, in order
     */
    public void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results) {
        Transactions.sendAll(dialogue, capabilities(), submissions, results);
    }

    /**
     * Asks the server about sender and recipients by MAIL and RCPT, then RSET; nothing is sent.
     *
     * @param envelope who would send, who would receive
     * @return an outcome for each recipient, decided at the latest in stage RCPT
     */
    public TransactionResult probe(Envelope envelope) {
        return Transactions.probe(dialogue, capabilities(), envelope);
    }

    /**
     * Says NOOP.
     *
     * @return the reply
     * @throws SmtpException when there is no reply
     */
    public Reply noop() throws SmtpException {
        return dialogue.say(Stage.RESET, Line.of("NOOP"));
    }

    /**
     * Says RSET.
     *
     * @return the reply
     * @throws SmtpException when there is no reply
     */
    public Reply reset() throws SmtpException {
        return dialogue.say(Stage.RESET, Line.of("RSET"));
    }

    /**
     * Says a line that a person has typed: a command, an answer to a challenge of AUTH, or a line of a message, as
     * {@link #prompt()} tells. Dots at the beginning of a line of a message are stuffed; a dot alone ends the message.
     * Capabilities are learnt anew from EHLO, and QUIT closes the connection. Only between messages.
     *
     * <p>What follows the mechanism in AUTH, and every answer to a challenge but {@code *}, is withheld from events.
     *
     * @param line the line without CRLF
     * @param clearTextAllowed whether AUTH may be said without TLS
     * @return the reply; empty after a line of a message, to which there is none
     * @throws SmtpException when there is no reply, or no proper one; the connection is closed then
     * @throws IllegalArgumentException in one sentence, when the line cannot be sent: CR, LF, NUL or another control
     *         character in it, a line of a message over 998 octets, STARTTLS (the settings say how a session is
     *         encrypted), BDAT, or AUTH in clear without leave; nothing was sent then
     */
    public Optional<Reply> say(String line, boolean clearTextAllowed) throws SmtpException {
        return byHand.say(line, clearTextAllowed);
    }

    /** Returns what {@link #say(String, boolean)} expects next. */
    public Prompt prompt() {
        return byHand.prompt();
    }

    /** Says QUIT, waits a little for the answer, and closes; failures are ignored, for nothing depends on them. */
    public void quit() {
        dialogue.quit(Line.of("QUIT"));
    }

    /** Closes the socket from any thread; whatever is going on ends with an exception of kind CANCELLED. */
    public void cancel() {
        dialogue.cancel();
    }

    /** Closes the socket without QUIT, if it is still open. */
    @Override
    public void close() {
        dialogue.close(Optional.empty());
    }
}
