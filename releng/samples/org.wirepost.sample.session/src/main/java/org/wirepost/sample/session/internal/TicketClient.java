// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.session.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** Says one thing: the user's name, NUL, and the password. */
final class TicketClient implements SaslClient {

    static final String MECHANISM = "X-TICKET";

    private final byte[] answer;
    private boolean complete;

    TicketClient(CallbackHandler callbacks) throws SaslException {
        NameCallback name = new NameCallback("user");
        PasswordCallback ticket = new PasswordCallback("ticket", false);
        try {
            callbacks.handle(new Callback[] {name, ticket});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new SaslException("there is no ticket", e);
        }
        answer = (name.getName() + '\0' + new String(ticket.getPassword())).getBytes(StandardCharsets.UTF_8);
        ticket.clearPassword();
    }

    @Override
    public String getMechanismName() {
        return MECHANISM;
    }

    @Override
    public boolean hasInitialResponse() {
        return true;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (complete) {
            throw new SaslException("the server asks for more than the ticket");
        }
        complete = true;
        return answer.clone();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) {
        throw new IllegalStateException("there is no security layer");
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) {
        throw new IllegalStateException("there is no security layer");
    }

    /** Nothing is negotiated; the contract of the JDK asks for null. */
    @Override
    public Object getNegotiatedProperty(String name) {
        return null;
    }

    @Override
    public void dispose() {
        Arrays.fill(answer, (byte) 0);
    }
}
