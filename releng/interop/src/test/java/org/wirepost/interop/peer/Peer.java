// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.util.Optional;
import java.util.Set;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/**
 * A running server of others.
 *
 * @param name what people call it
 * @param base its lowest port is a distance above this
 * @param authority signs its certificates
 * @param mailbox where it puts what it takes
 */
public record Peer(String name, int base, Authority authority, MailFolder mailbox) {

    /** The distances of its ports that both servers have: plain, STARTTLS with AUTH, TLS from the start with AUTH. */
    public static final int PLAIN = 525;
    /** STARTTLS and AUTH, both required. */
    public static final int SUBMISSION = 587;
    /** TLS from the start, AUTH required. */
    public static final int IMPLICIT = 465;

    /** A user with a password of ASCII. */
    public static final Credentials ALICE = new Credentials.Password("alice", Secret.of("s3cret pass+word"));
    /** A user with a password beyond ASCII. */
    public static final Credentials BOB = new Credentials.Password("bob", Secret.of("p\u00E4ssw\u00F6rd\u20AC"));

    /** Returns how to get to one of its ports. */
    public ConnectionSettings at(int distance, TlsMode mode) {
        return ConnectionSettings.of("localhost", base + distance, mode).withTls(authority.trusted())
                .withEhloName("client.test");
    }

    /** Nobody, without TLS. */
    public ServerLogin plain() {
        return plain(Set.of());
    }

    /** Nobody, without TLS, and without some extensions. */
    public ServerLogin plain(Set<String> without) {
        return ServerLogin.anonymous(at(PLAIN, TlsMode.NONE).without(without));
    }

    /** Alice, over STARTTLS, and without some extensions. */
    public ServerLogin encrypted(Set<String> without) {
        return login(at(SUBMISSION, TlsMode.REQUIRED).without(without), ALICE);
    }

    /** Somebody. */
    public static ServerLogin login(ConnectionSettings connection, Credentials who) {
        return new ServerLogin(connection, Optional.of(who), AuthSettings.DEFAULT);
    }

    /** Somebody, by one mechanism. */
    public static ServerLogin login(ConnectionSettings connection, Credentials who, String mechanism) {
        AuthSettings preset = AuthSettings.DEFAULT;
        return login(connection, who).withAuth(
                new AuthSettings(Optional.of(mechanism), preset.clearTextAllowed(), preset.factories()));
    }

    @Override
    public String toString() {
        return name;
    }
}
