// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.time.Instant;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.smtp.dialogue.Outcome;

/** Decides what follows when a mail was deferred for a recipient. Asked once for each of them. */
@FunctionalInterface
public interface Retry {

    /**
     * Decides.
     *
     * @param mail the mail as it was when the attempt began; this attempt is counted in
     * @param outcome what became of it for one recipient
     * @param failure what went wrong apart from single recipients, if anything did
     * @return what follows
     */
    Next next(QueuedMail mail, Outcome.Deferred outcome, Optional<DeliveryFailure> failure);

    /** What follows. */
    sealed interface Next {

        /**
         * It is tried again.
         *
         * @param time when; in the past for as soon as possible
         */
        record At(Instant time) implements Next { }

        /**
         * It waits, and the whole mail with it, until it is {@linkplain Outbox#release released}.
         *
         * @param reason one sentence for people
         */
        record Held(String reason) implements Next { }

        /**
         * It is given up for this recipient, which counts as refused.
         *
         * @param reason one sentence for people
         */
        record GivenUp(String reason) implements Next { }
    }
}
