// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Something went wrong in a session. The message is one sentence for people and never holds a secret. */
public final class SmtpException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong. */
    public enum Kind {
        /** The host name has no address. */
        HOST_NOT_FOUND(false),
        /** No address could be connected to. */
        CONNECT(false),
        /** A wait took too long. */
        TIMEOUT(false),
        /** The connection broke or was closed by the server. */
        DISCONNECTED(false),
        /** The server answered 4xx or 5xx. */
        REPLY(false),
        /** The server broke the protocol. */
        PROTOCOL(false),
        /** TLS is required and not offered, or refused. */
        TLS_UNAVAILABLE(true),
        /** The handshake failed for another reason than the certificate. */
        TLS_HANDSHAKE(true),
        /** The certificate is not trusted, not valid now, or for another host. */
        CERTIFICATE(true),
        /** User or password were refused (535 and other 5xx to AUTH). */
        AUTH_REFUSED(true),
        /** Authentication is not possible just now (454 and other 4xx to AUTH). */
        AUTH_TEMPORARY(false),
        /** No mechanism is both offered and possible with these credentials and settings. */
        AUTH_UNAVAILABLE(true),
        /** The message needs something that the server does not offer, or is too large for it. */
        UNSUPPORTED(true),
        /** The content could not be produced as planned. */
        CONTENT(true),
        /** The session was cancelled from this side. */
        CANCELLED(false);

        private final boolean permanent;

        Kind(boolean permanent) {
            this.permanent = permanent;
        }
    }

    private final Kind kind;
    private final Stage stage;
    private final transient Reply reply;

    /**
     * Makes an exception.
     *
     * @param kind what kind of thing went wrong
     * @param stage where
     * @param message one sentence
     * @param reply the reply that says so, or empty
     * @param cause what caused it; may be null
     */
    public SmtpException(Kind kind, Stage stage, String message, Optional<Reply> reply, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
        this.stage = requireNonNull(stage, "stage");
        this.reply = reply.orElse(null);
    }

    /**
     * Makes an exception without a reply.
     *
     * @param kind what kind of thing went wrong
     * @param stage where
     * @param message one sentence
     */
    public SmtpException(Kind kind, Stage stage, String message) {
        this(kind, stage, message, Optional.empty(), null);
    }

    /** Returns what kind of thing went wrong. */
    public Kind kind() {
        return kind;
    }

    /** Returns where it went wrong. */
    public Stage stage() {
        return stage;
    }

    /** Returns the reply that says so, if one does. */
    public Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Tells whether trying again without a change is pointless. */
    public boolean isPermanent() {
        return kind.permanent || reply != null && reply.isPermanent();
    }
}
