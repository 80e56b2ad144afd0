// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.IOException;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.internal.outbox.Departing;
import org.wirepost.delivery.internal.outbox.Faults;

/**
 * One attempt to send a queued mail to those who have not got it. It is sent as any other mail:
 *
 * <pre>
 * Attempt attempt = sender.begin(mail.id());
 * DeliveryReport report = deliverer.deliver(attempt.order(), login, settings, listener);
 * attempt.record(report, retry);
 * </pre>
 *
 * <p>In a batch the order is a job like others, and the {@linkplain DeliveryReport#label() label} of its report is the
 * id of the mail.
 */
public final class Attempt {

    private final Departing departing;

    Attempt(Departing departing) {
        this.departing = departing;
    }

    /** Returns the mail as it was when the attempt began; the attempt is counted in. */
    public QueuedMail mail() {
        return departing.mail();
    }

    /**
     * Returns what is to be delivered: the stored octets, to the pending recipients only. Before the final dot, or the
     * last octets of the last chunk, leave, it is written down that they may have; when that fails, they do not leave.
     */
    public PreparedOrder order() {
        return departing.order();
    }

    /**
     * Writes down what became of the attempt; it ends with that.
     *
     * @param report what the delivery of {@link #order()} reported
     * @param retry decides about the recipients that were deferred
     * @return the mail as it is now
     * @throws OutboxException when it cannot be written down: as long as this sender lives, the mail then shows as
     *        being
     *         sent, and later as unknown where it may have left
     */
    public QueuedMail record(DeliveryReport report, Retry retry) throws OutboxException {
        try {
            return departing.record(report, retry);
        } catch (IOException e) {
            throw Faults.of(e, "What became of the mail " + mail().id() + " could not be written down");
        }
    }
}
