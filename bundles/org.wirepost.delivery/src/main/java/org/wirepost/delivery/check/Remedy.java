// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.check;

import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.Stage;

/** What can be done about a session that failed. Whoever shows it has the words. */
public enum Remedy {
    /** The host name is wrong, or this machine cannot resolve names. */
    HOST_NAME,
    /** The port is wrong, or something on the way blocks it. */
    PORT,
    /** The server is slow: more time, or later. */
    PATIENCE,
    /** Nothing is wrong but the moment. */
    LATER,
    /** The port wants TLS from the first octet (usually 465), or offers no STARTTLS and another port has TLS. */
    USE_IMPLICIT_TLS,
    /** The port does not talk TLS from the first octet: STARTTLS (usually port 587). */
    USE_STARTTLS,
    /** The port and the way of encryption may not fit. */
    TLS_MODE,
    /** The certificate can be looked at, and its authority or its key be trusted. */
    TRUST,
    /** User or password are wrong, or the provider wants an app password or a token. */
    LOGIN,
    /** No mechanism is both offered and allowed. */
    MECHANISM;

    /**
     * Returns what can be done, the most promising first.
     *
     * @param failure what went wrong
     * @param mode how the connection was to be encrypted, where known
     * @return nothing when the failure's own sentence says it all
     */
    public static List<Remedy> of(SmtpException failure, Optional<TlsMode> mode) {
        return of(failure.kind(), failure.stage(), mode);
    }

    /**
     * Returns what can be done, the most promising first.
     *
     * @param kind what went wrong
     * @param stage where
     * @param mode how the connection was to be encrypted, where known
     * @return nothing when the failure's own sentence says it all
     */
    public static List<Remedy> of(Kind kind, Stage stage, Optional<TlsMode> mode) {
        boolean silent = stage == Stage.GREETING && mode.isPresent() && mode.get() != TlsMode.IMPLICIT;
        return switch (kind) {
            case HOST_NOT_FOUND -> List.of(HOST_NAME);
            case CONNECT -> List.of(PORT);
            case TIMEOUT -> silent ? List.of(USE_IMPLICIT_TLS, PATIENCE) : List.of(PATIENCE);
            case DISCONNECTED, PROTOCOL -> silent ? List.of(USE_IMPLICIT_TLS) : List.of();
            case TLS_UNAVAILABLE -> List.of(USE_IMPLICIT_TLS);
            case TLS_HANDSHAKE -> List.of(mode.filter(TlsMode.IMPLICIT::equals).isPresent() ? USE_STARTTLS : TLS_MODE);
            case CERTIFICATE -> List.of(TRUST);
            case AUTH_REFUSED -> List.of(LOGIN);
            case AUTH_UNAVAILABLE -> List.of(MECHANISM);
            case AUTH_TEMPORARY -> List.of(LATER);
            case REPLY, UNSUPPORTED, CONTENT, CANCELLED -> List.of();
        };
    }
}
