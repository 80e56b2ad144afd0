// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.Conversation;
import org.wirepost.smtp.internal.Line;

/** One exchange by one mechanism (RFC 4954 section 4), from AUTH to the reply that ends it. */
final class Exchange implements AutoCloseable {

    private static final int SUCCESS = 235;
    private static final int CHALLENGE = 334;
    private static final int MOST_ROUNDS = 10;

    private final String name;
    private final SaslClient client;
    private final Conversation conversation;
    private final SecretForms forms;
    private Optional<Frame> first = Optional.empty();

    /**
     * Prepares an exchange; nothing is sent yet.
     *
     * @param name the mechanism
     * @param client the client's side
     * @param conversation the line to the server
     * @param forms what must not be shown; more are added on the way
     * @throws SaslException when the mechanism cannot say its first answer
     */
    Exchange(String name, SaslClient client, Conversation conversation, SecretForms forms) throws SaslException {
        this.name = name;
        this.client = client;
        this.conversation = conversation;
        this.forms = forms;
        try {
            if (client.hasInitialResponse()) {
                first = Optional.of(next(new byte[0]));
            }
        } catch (SaslException e) {
            close();
            throw e;
        }
    }

    /**
     * Holds the exchange.
     *
     * @return the reply that ended it: 235 after a complete exchange, otherwise any but 2xx and 334
     * @throws SmtpException when the connection fails, or the server breaks the rules; the exchange is aborted then
     */
    Reply run() throws SmtpException {
        Reply reply = open();
        for (int round = 1; reply.code() == CHALLENGE; round++) {
            if (round > MOST_ROUNDS) {
                throw abort("the server asks for more than " + MOST_ROUNDS + " answers", reply);
            }
            reply = say(answerTo(reply).answer());
        }
        if (reply.isPositive() && (reply.code() != SUCCESS || !client.isComplete())) {
            throw broken("The server claims success in " + name + " at the wrong time; it has not checked anything",
                    reply);
        }
        return reply;
    }

    /** Returns why the server says no within the exchange, without secrets. */
    Optional<String> complaint() {
        return client instanceof Mechanism mechanism ? mechanism.complaint().map(forms::without) : Optional.empty();
    }

    /** Says AUTH in the mechanism's way, and once more in the other way if the server does not understand the first. */
    private Reply open() throws SmtpException {
        Optional<Frame> along = first.filter(frame -> frame.fitsCommand(name));
        Reply reply = say(along.map(frame -> frame.commandWith(name)).orElse(Frame.command(name)));
        if (reply.code() != 500 && reply.code() != 501) {
            first = along.isPresent() ? Optional.empty() : first;
            return reply;
        }
        if (along.isPresent()) {
            return say(Frame.command(name));
        }
        if (first.isEmpty() && client instanceof Mechanism mechanism && mechanism.leads()) {
            return say(answer(new byte[0], reply).commandWith(name));
        }
        return reply;
    }

    private Frame answerTo(Reply reply) throws SmtpException {
        byte[] challenge;
        try {
            challenge = Frame.challenge(reply);
        } catch (SaslException e) {
            throw abort(e.getMessage(), reply);
        }
        Frame answer = first.isPresent() ? first.get() : answer(challenge, reply);
        first = Optional.empty();
        return answer;
    }

    private Frame answer(byte[] challenge, Reply reply) throws SmtpException {
        try {
            return next(challenge);
        } catch (SaslException e) {
            throw abort(e.getMessage(), reply);
        }
    }

    private Frame next(byte[] challenge) throws SaslException {
        Frame frame;
        if (client instanceof Mechanism mechanism) {
            byte[] answer = mechanism.evaluateChallenge(challenge);
            frame = Frame.of(answer, mechanism.secret());
            forms.add(mechanism.derived());
        } else {
            frame = Frame.of(plugInsAnswer(challenge), true);
        }
        if (frame.secret()) {
            forms.add(List.of(frame.base64()));
        }
        forms.hideFrom(conversation);
        return frame;
    }

    private byte[] plugInsAnswer(byte[] challenge) throws SaslException {
        try {
            return client.evaluateChallenge(challenge);
        } catch (SaslException | RuntimeException | LinkageError e) {
            throw Factories.failure(e, forms);
        }
    }

    private Reply say(Line line) throws SmtpException {
        return conversation.say(Stage.AUTH, line);
    }

    /** Ends the exchange from this side; the server answers 501, whatever that says. */
    private SmtpException abort(String reason, Reply reply) {
        SmtpException failure = broken(name + " was broken off: " + reason, reply);
        try {
            say(Line.of("*"));
        } catch (SmtpException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private SmtpException broken(String sentence, Reply reply) {
        Reply shown = forms.without(reply);
        return new SmtpException(SmtpException.Kind.PROTOCOL, Stage.AUTH, sentence + ": " + shown, Optional.of(shown),
                null);
    }

    /** Lets go of the secrets. */
    @Override
    public void close() {
        try {
            client.dispose();
        } catch (SaslException | RuntimeException | LinkageError e) {
            conversation.warn(Stage.AUTH, "sasl-dispose", name + " did not end cleanly: " + e.getClass().getName());
        }
    }
}
