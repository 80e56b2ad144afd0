// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.util.List;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.smtp.SmtpException;

/** What to do next about a failure, in terms of the command line. */
public final class Advice {

    private Advice() {
    }

    /**
     * Returns the next steps.
     *
     * @param failure what went wrong
     * @return a line each; none when the failure's own sentence says it all
     */
    public static List<String> of(DeliveryFailure failure) {
        return failure instanceof DeliveryFailure.Session session ? of(session.cause()) : List.of();
    }

    /**
     * Returns the next steps.
     *
     * @param kind what went wrong
     * @return a line each
     */
    public static List<String> of(SmtpException.Kind kind) {
        return switch (kind) {
            case HOST_NOT_FOUND -> List.of("Check the host name in --server or the account, and that this machine can "
                    + "resolve names.");
            case CONNECT -> List.of("Check host, port and firewall; submission is port 587 (smtp://) or 465 "
                    + "(smtps://), and many networks block 25.");
            case TIMEOUT -> List.of("Try again later; 'wirepost check' shows which step is slow, --timeout gives it "
                    + "more time.");
            case TLS_UNAVAILABLE -> List.of("If it listens for TLS from the start, use smtps://; --tls none sends "
                    + "everything in clear, and then never a password.");
            case TLS_HANDSHAKE -> List.of("smtp:// wants STARTTLS and smtps:// wants TLS from the start: check that "
                    + "the port speaks what the URI says.");
            case CERTIFICATE -> List.of("'wirepost caps' shows the certificate. Trust a private authority with --ca "
                    + "FILE, or one public key with --pin HASH.");
            case AUTH_REFUSED -> List.of("Check user and password; large providers want an app password or a token "
                    + "(--token-...) instead of the password of the mailbox.");
            case AUTH_UNAVAILABLE -> List.of("'wirepost caps' shows the mechanisms offered. Without TLS a password "
                    + "is sent only with --password-in-clear.");
            case AUTH_TEMPORARY -> List.of("Try again later.");
            default -> List.of();
        };
    }
}
