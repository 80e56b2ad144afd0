// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Optional;
import java.util.function.Supplier;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/**
 * The built-in mechanisms, the safest first: those that do not send the password before those that do, the stronger
 * hash before the weaker.
 */
enum BuiltIn {
    SCRAM_SHA_256("SCRAM-SHA-256", Credentials.Password.class, false),
    SCRAM_SHA_1("SCRAM-SHA-1", Credentials.Password.class, false),
    CRAM_MD5("CRAM-MD5", Credentials.Password.class, false),
    OAUTHBEARER("OAUTHBEARER", Credentials.Token.class, true),
    XOAUTH2("XOAUTH2", Credentials.Token.class, true),
    EXTERNAL("EXTERNAL", Credentials.External.class, true),
    PLAIN("PLAIN", Credentials.Password.class, true),
    LOGIN("LOGIN", Credentials.Password.class, true);

    private final String mechanism;
    private final Class<? extends Credentials> needs;
    private final boolean wantsTls;

    BuiltIn(String mechanism, Class<? extends Credentials> needs, boolean wantsTls) {
        this.mechanism = mechanism;
        this.needs = needs;
        this.wantsTls = wantsTls;
    }

    /** Returns the mechanism of that name, in upper case. */
    static Optional<BuiltIn> named(String name) {
        for (BuiltIn mechanism : values()) {
            if (mechanism.mechanism.equals(name)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /** Tells whether it works with credentials of this kind. */
    boolean accepts(Credentials credentials) {
        return needs.isInstance(credentials);
    }

    /** Tells whether it sends a password or token readable, or means nothing without TLS. */
    boolean wantsTls() {
        return wantsTls;
    }

    /** Returns in words what it works with. */
    String needs() {
        if (needs == Credentials.Password.class) {
            return "a password";
        }
        return needs == Credentials.Token.class ? "an access token" : "a client certificate";
    }

    /**
     * Begins an exchange.
     *
     * @param credentials of a kind that it accepts
     * @param peer the server
     * @param nonces gives random printable text
     * @return the client's side
     * @throws SaslException when these credentials cannot be said by it
     */
    SaslClient begin(Credentials credentials, Peer peer, Supplier<String> nonces) throws SaslException {
        return switch (this) {
            case SCRAM_SHA_256 -> new Scram("SHA-256", (Credentials.Password) credentials, nonces.get());
            case SCRAM_SHA_1 -> new Scram("SHA-1", (Credentials.Password) credentials, nonces.get());
            case CRAM_MD5 -> new CramMd5((Credentials.Password) credentials);
            case OAUTHBEARER -> OAuth.bearer((Credentials.Token) credentials, peer.host(), peer.port());
            case XOAUTH2 -> OAuth.xoauth2((Credentials.Token) credentials);
            case EXTERNAL -> new External((Credentials.External) credentials);
            case PLAIN -> new Plain((Credentials.Password) credentials);
            case LOGIN -> new Login((Credentials.Password) credentials);
        };
    }
}
