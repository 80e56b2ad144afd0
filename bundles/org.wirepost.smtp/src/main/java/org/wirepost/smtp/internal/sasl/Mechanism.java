// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.List;
import java.util.Optional;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** What the built-in mechanisms have in common: no security layer, and knowing which of their answers is secret. */
abstract class Mechanism implements SaslClient {

    private final String name;
    private boolean complete;

    Mechanism(String name) {
        this.name = name;
    }

    /** Tells whether the answer given last must not be shown. */
    abstract boolean secret();

    /** Tells whether the first answer may go along with the AUTH command when the server wants it there. */
    boolean leads() {
        return hasInitialResponse();
    }

    /** Returns texts made from the secret, by now known, that the server could show; none unless overridden. */
    List<String> derived() {
        return List.of();
    }

    /** Returns why the server says no within the exchange, in words; empty unless overridden. */
    Optional<String> complaint() {
        return Optional.empty();
    }

    /** Marks the exchange as complete from this side, or as not complete after all. */
    final void complete(boolean now) {
        complete = now;
    }

    /** Makes the failure for a challenge that comes when there is nothing left to say. */
    static SaslException nothingLeft() {
        return new SaslException("the server asks on when everything has been said");
    }

    @Override
    public final String getMechanismName() {
        return name;
    }

    @Override
    public boolean hasInitialResponse() {
        return true;
    }

    @Override
    public final boolean isComplete() {
        return complete;
    }

    @Override
    public final byte[] unwrap(byte[] incoming, int offset, int length) {
        throw new IllegalStateException(name + " has no security layer");
    }

    @Override
    public final byte[] wrap(byte[] outgoing, int offset, int length) {
        throw new IllegalStateException(name + " has no security layer");
    }

    @Override
    public final Object getNegotiatedProperty(String property) {
        return Sasl.QOP.equals(property) ? "auth" : null;
    }

    @Override
    public void dispose() throws SaslException {
        // Most mechanisms keep nothing.
    }
}
