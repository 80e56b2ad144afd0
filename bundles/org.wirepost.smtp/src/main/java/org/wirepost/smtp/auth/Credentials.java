// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.auth;

/** What the client can prove itself with. */
public sealed interface Credentials {

    /** Returns the user name: the authentication identity; for {@link External} the authorization identity. */
    String user();

    /**
     * A user name and a password, for SCRAM, CRAM-MD5, PLAIN and LOGIN.
     *
     * @param user authentication identity, not empty
     * @param password the password
     */
    record Password(String user, Secret password) implements Credentials {}

    /**
     * A user name and an OAuth 2.0 access token, for OAUTHBEARER (RFC 7628) and XOAUTH2.
     *
     * @param user the mailbox, not empty
     * @param token the access token, without {@code Bearer}
     */
    record Token(String user, Secret token) implements Credentials {}

    /**
     * The identity of the TLS client certificate (EXTERNAL, RFC 4422 appendix A).
     *
     * @param user authorization identity, or empty for the one that the certificate gives
     */
    record External(String user) implements Credentials {}
}
