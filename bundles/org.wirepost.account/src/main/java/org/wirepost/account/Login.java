// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * How an account proves itself to its server.
 *
 * @param kind what it proves itself with
 * @param user user name; may be empty for a certificate only
 * @param secret where the password or token is read from, or for a certificate the password of its key store; empty
 *     when it is given anew each time
 * @param mechanism the one SASL mechanism to use, in upper case, or empty to choose by safety
 * @param clearTextAllowed whether the user has said in so many words that the secret may be sent without TLS
 * @param clientKeyFile a PKCS #12 file with the client's key and certificate, for a certificate and nothing else
 */
public record Login(Kind kind, String user, Optional<SecretSource> secret, Optional<String> mechanism,
        boolean clearTextAllowed, Optional<String> clientKeyFile) {

    /** What an account proves itself with. */
    public enum Kind {
        /** A password or app password. */
        PASSWORD,
        /** An OAuth 2.0 access token. */
        TOKEN,
        /** The certificate of the TLS client (SASL EXTERNAL). */
        CERTIFICATE;

        /** Returns the lower-case name used in the accounts file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks all members. */
    public Login {
        requireNonNull(kind, "kind");
        requireNonNull(secret, "secret");
        if (!user.isEmpty() || kind != Kind.CERTIFICATE) {
            Words.requireLine("The user name", user);
        }
        mechanism = mechanism.map(name -> name.toUpperCase(Locale.ROOT));
        mechanism.filter(name -> !name.matches("[A-Z0-9_-]{1,20}")).ifPresent(name -> {
            throw new IllegalArgumentException("\"" + Words.harmless(name) + "\" is not the name of a SASL mechanism");
        });
        clientKeyFile.ifPresent(file -> Words.requireLine("The name of the file with the client's key", file));
        if (clientKeyFile.isPresent() != (kind == Kind.CERTIFICATE)) {
            throw new IllegalArgumentException("A login by certificate needs the file with the client's key, and no "
                    + "other login has one");
        }
    }

    /**
     * A login with a password, by the safest mechanism, never without TLS.
     *
     * @param user user name
     * @param secret where the password is read from
     * @return the login
     */
    public static Login password(String user, SecretSource secret) {
        return new Login(Kind.PASSWORD, user, Optional.of(secret), Optional.empty(), false, Optional.empty());
    }

    /**
     * A login with an OAuth 2.0 access token, never without TLS.
     *
     * @param user the mailbox
     * @param secret where the token is read from
     * @return the login
     */
    public static Login token(String user, SecretSource secret) {
        return new Login(Kind.TOKEN, user, Optional.of(secret), Optional.empty(), false, Optional.empty());
    }

    /** Returns this login with another source of its secret. */
    public Login withSecret(SecretSource source) {
        return new Login(kind, user, Optional.of(source), mechanism, clearTextAllowed, clientKeyFile);
    }

    /** Returns this login with one mechanism only. */
    public Login withMechanism(String name) {
        return new Login(kind, user, secret, Optional.of(name), clearTextAllowed, clientKeyFile);
    }

    /** Returns this login with leave, or without, to send the secret in clear. */
    public Login withClearTextAllowed(boolean allowed) {
        return new Login(kind, user, secret, mechanism, allowed, clientKeyFile);
    }
}
