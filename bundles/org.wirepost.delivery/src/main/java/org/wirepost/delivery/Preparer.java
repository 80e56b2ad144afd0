// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import org.wirepost.delivery.internal.prepare.EmlFile;
import org.wirepost.delivery.internal.prepare.Envelopes;
import org.wirepost.delivery.internal.prepare.FileShelf;
import org.wirepost.delivery.internal.prepare.Letter;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Watch;
import org.wirepost.smtp.Envelope;

/**
 * Makes orders ready for delivery: files are inspected and prepared by their handlers, the message is built, and
 * everything that is wrong is found before a connection is opened.
 *
 * <p>May be used by several threads at once. A file that stands in many orders with the same options is inspected once,
 * as long as its length and its time of change stay the same.
 */
public final class Preparer implements AutoCloseable {

    private final Attachments attachments;
    private final PrepareSettings settings;
    private final FileShelf shelf;

    /**
     * Makes a preparer.
     *
     * @param attachments finds and guards the handlers
     * @param settings how to prepare
     */
    public Preparer(Attachments attachments, PrepareSettings settings) {
        this.attachments = requireNonNull(attachments, "attachments");
        this.settings = requireNonNull(settings, "settings");
        this.shelf = new FileShelf(attachments);
    }

    /**
     * Prepares an order.
     *
     * @param order what to deliver
     * @return the order, ready; the caller closes it when it has been delivered
     * @throws OrderException when it cannot be delivered as it is
     */
    public PreparedOrder prepare(Order order) throws OrderException {
        return prepare(order, Watch.NONE);
    }

    /**
     * Prepares an order, under watch.
     *
     * @param order what to deliver
     * @param watch is told how far a handler is, and can stop it
     * @return the order, ready; the caller closes it when it has been delivered
     * @throws OrderException when it cannot be delivered as it is, or the watch stopped it
     */
    public PreparedOrder prepare(Order order, Watch watch) throws OrderException {
        PreparedOrder prepared = prepare(order, watch, 0);
        boolean fine = false;
        try {
            prepared.check();
            fine = true;
        } finally {
            if (!fine) {
                prepared.close();
            }
        }
        return prepared;
    }

    /** Prepares the n-th repetition of an order, counted from 0; it is still to be checked, or planned at once. */
    PreparedOrder prepare(Order order, Watch watch, int repetition) throws OrderException {
        Draft draft = order.draft();
        if (draft.eml().isPresent()) {
            EmlFile eml = EmlFile.of(draft.eml().get(), order.envelope());
            return new PreparedOrder(order, Envelopes.of(eml.people(), order.envelope()), eml, settings.plan());
        }
        Envelope envelope = Envelopes.of(draft, order.envelope());
        Letter letter = Letter.of(draft, shelf, attachments, settings.allowBroken(), watch);
        return new PreparedOrder(order, envelope, letter, settings.planOf(repetition));
    }

    /** Gives up what was kept for further orders. Orders already prepared stay valid until they are closed. */
    @Override
    public void close() {
        shelf.close();
    }
}
