// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Puts a server's no into words (RFC 4954 section 6). */
final class Refusal {

    private final String mechanism;
    private final Credentials credentials;
    private final boolean encrypted;
    private final Optional<String> complaint;

    /**
     * Describes the circumstances.
     *
     * @param mechanism its name
     * @param credentials what was used
     * @param encrypted whether the connection has TLS
     * @param complaint why the server said no within the exchange, without secrets
     */
    Refusal(String mechanism, Credentials credentials, boolean encrypted, Optional<String> complaint) {
        this.mechanism = mechanism;
        this.credentials = credentials;
        this.encrypted = encrypted;
        this.complaint = complaint;
    }

    /** Tells whether the reply turns down the mechanism, not the user, so that another may be tried. */
    static boolean isOfMechanism(Reply reply) {
        return reply.code() == 504 || reply.code() == 534;
    }

    /** Returns the user for a sentence. */
    static String who(Credentials credentials) {
        return credentials.user().isEmpty() ? "the client certificate" : "\u201c" + credentials.user() + "\u201d";
    }

    /**
     * Makes the exception.
     *
     * @param reply the reply that ended the exchange, without secrets
     * @return the exception
     */
    SmtpException of(Reply reply) {
        String reason = complaint.map(words -> " (" + words + ")").orElse("");
        return new SmtpException(kind(reply), Stage.AUTH, sentence(reply) + reason + ": " + reply, Optional.of(reply),
                null);
    }

    private static Kind kind(Reply reply) {
        return switch (reply.code()) {
            case 421 -> Kind.DISCONNECTED;
            case 504, 530, 538 -> Kind.AUTH_UNAVAILABLE;
            default -> {
                if (reply.isTransient()) {
                    yield Kind.AUTH_TEMPORARY;
                }
                yield reply.isPermanent() ? Kind.AUTH_REFUSED : Kind.PROTOCOL;
            }
        };
    }

    private String sentence(Reply reply) {
        return switch (reply.code()) {
            case 421 -> "The server ended the session during " + mechanism + "; try again later";
            case 432 -> "The server has to see the password of " + who(credentials) + " once by PLAIN before "
                    + mechanism + " works";
            case 504 -> "The server does not know " + mechanism + " although it may have offered it";
            case 534 -> "The server does not let " + who(credentials) + " in by " + mechanism;
            case 535 -> "The server refused " + subject() + " by " + mechanism;
            case 530, 538 -> encrypted ? "The server wants more encryption for " + mechanism + " than there is here"
                    : "The server wants TLS before " + mechanism;
            default -> otherwise(reply);
        };
    }

    private String otherwise(Reply reply) {
        if (reply.isTransient()) {
            return "The server cannot check " + who(credentials) + " by " + mechanism + " just now; try again later";
        }
        return reply.isPermanent() ? "The server refused to authenticate " + who(credentials) + " by " + mechanism
                : "The server broke the protocol in " + mechanism;
    }

    private String subject() {
        if (credentials instanceof Credentials.Password) {
            return "the user name or password of " + who(credentials);
        }
        if (credentials instanceof Credentials.Token) {
            return "the access token of " + who(credentials);
        }
        return credentials.user().isEmpty() ? who(credentials) : "the client certificate for " + who(credentials);
    }
}
