// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Order;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * Makes the same letter out of one that did not get through, for those recipients only who have not got it. It keeps
 * its Message-ID, so that whoever gets it twice after all can tell.
 */
final class Retry {

    private Retry() {
    }

    /** Returns the letter for the recipients that were deferred, or for all when nothing was tried. */
    static Optional<Outgoing> deferred(Delivery delivery) {
        return delivery.report().flatMap(report -> report.outcomes().isEmpty()
                ? report.failure().map(failure -> delivery.outgoing())
                : to(delivery, report, Outcome.Deferred.class));
    }

    /** Returns the letter for the recipients of whom nobody knows; only for a person to decide about. */
    static Optional<Outgoing> unknown(Delivery delivery) {
        return delivery.report().flatMap(report -> to(delivery, report, Outcome.Unknown.class));
    }

    private static Optional<Outgoing> to(Delivery delivery, DeliveryReport report, Class<? extends Outcome> kind) {
        List<String> recipients = report.outcomes().stream().filter(kind::isInstance).map(Outcome::recipient).toList();
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        Outgoing old = delivery.outgoing();
        Order order = old.order();
        Order again = new Order(report.messageId().map(id -> withId(order.draft(), id)).orElse(order.draft()),
                order.envelope().withTo(recipients), order.label());
        return Optional.of(new Outgoing(old.draftId(), old.label(), again, old.account(), old.allowBroken()));
    }

    private static Draft withId(Draft draft, String id) {
        return new Draft(draft.from(), draft.sender(), draft.replyTo(), draft.to(), draft.cc(), draft.bcc(),
                draft.subject(), draft.text(), draft.flowed(), draft.html(), draft.headers(), draft.attachments(),
                draft.options(), draft.date(), Optional.of(id), draft.inReplyTo(), draft.references(), draft.eml());
    }
}
