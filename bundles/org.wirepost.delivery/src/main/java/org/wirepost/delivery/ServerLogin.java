// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.wirepost.account.AccountSession;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;

/**
 * Which server to go through, and as whom.
 *
 * @param connection where to and how
 * @param credentials who the client is; empty to send without authentication
 * @param auth how to authenticate; not used without credentials
 */
public record ServerLogin(ConnectionSettings connection, Optional<Credentials> credentials, AuthSettings auth) {

    /** Refuses null. */
    public ServerLogin {
        requireNonNull(connection, "connection");
        requireNonNull(credentials, "credentials");
        requireNonNull(auth, "auth");
    }

    /**
     * A server that asks for no authentication.
     *
     * @param connection where to and how
     * @return the login
     */
    public static ServerLogin anonymous(ConnectionSettings connection) {
        return new ServerLogin(connection, Optional.empty(), AuthSettings.DEFAULT);
    }

    /**
     * The server and the credentials of an account.
     *
     * @param session the account's session; its secret must not be destroyed before the delivery is over
     * @return the login
     */
    public static ServerLogin of(AccountSession session) {
        return new ServerLogin(session.settings(), session.credentials(), session.auth());
    }

    /** Returns this login with another way to authenticate. */
    public ServerLogin withAuth(AuthSettings other) {
        return new ServerLogin(connection, credentials, other);
    }
}
