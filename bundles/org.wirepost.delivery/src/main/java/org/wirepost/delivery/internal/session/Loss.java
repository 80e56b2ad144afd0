// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.Outcome;

/** Tells results that say something about a message from those that only say that its connection was lost. */
final class Loss {

    private static final int GOODBYE = 421;

    private Loss() {
    }

    /** Tells whether the connection ended before the server had answered for the message. */
    static boolean isLoss(TransactionResult result) {
        if (result.failure().isEmpty()) {
            return false;
        }
        return isClosing(result) || switch (result.failure().get().kind()) {
            case TIMEOUT, PROTOCOL, CANCELLED -> true;
            default -> false;
        };
    }

    /** Tells whether the server closed the connection, with or without a word. */
    static boolean isClosing(TransactionResult result) {
        SmtpException failure = result.failure().orElseThrow();
        return failure.kind() == SmtpException.Kind.DISCONNECTED
                || failure.reply().filter(reply -> reply.code() == GOODBYE).isPresent();
    }

    /** Tells whether no server has taken or refused the message for anybody. */
    static boolean isSurelyNotTaken(TransactionResult result) {
        return result.outcomes().stream().allMatch(Outcome.Deferred.class::isInstance);
    }
}
