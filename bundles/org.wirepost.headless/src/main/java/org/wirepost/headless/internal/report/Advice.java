// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.check.Remedy;

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
        return failure instanceof DeliveryFailure.Session session
                ? of(Remedy.of(session.cause(), session.stage(), Optional.empty())) : List.of();
    }

    /**
     * Returns the next steps.
     *
     * @param remedies what can be done
     * @return a line each
     */
    public static List<String> of(List<Remedy> remedies) {
        return remedies.stream().map(Advice::words).toList();
    }

    private static String words(Remedy remedy) {
        return switch (remedy) {
            case HOST_NAME -> "Check the host name in --server or the account, and that this machine can resolve "
                    + "names.";
            case PORT -> "Check host, port and firewall; submission is port 587 (smtp://) or 465 (smtps://), and many "
                    + "networks block 25.";
            case PATIENCE -> "Try again later; 'wirepost check' shows which step is slow, --timeout gives it more "
                    + "time.";
            case LATER -> "Try again later.";
            case USE_IMPLICIT_TLS -> "If it listens for TLS from the start, use smtps://; --tls none sends everything "
                    + "in clear, and then never a password.";
            case USE_STARTTLS, TLS_MODE -> "smtp:// wants STARTTLS and smtps:// wants TLS from the start: check that "
                    + "the port speaks what the URI says.";
            case TRUST -> "'wirepost caps' shows the certificate. Trust a private authority with --ca FILE, or one "
                    + "public key with --pin HASH.";
            case LOGIN -> "Check user and password; large providers want an app password or a token (--token-...) "
                    + "instead of the password of the mailbox.";
            case MECHANISM -> "'wirepost caps' shows the mechanisms offered. Without TLS a password is sent only with "
                    + "--password-in-clear.";
        };
    }
}
