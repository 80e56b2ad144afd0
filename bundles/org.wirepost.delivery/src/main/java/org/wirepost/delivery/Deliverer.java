// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * Delivers one prepared order, or a batch of orders, and reports for each recipient what is known.
 *
 * <p>A failure is in the report, never thrown; what is thrown is a bug. One deliverer serves one call of
 * {@link #deliver} or {@link #deliverAll}; only {@link #cancel} may come from another thread, at any time.
 */
public final class Deliverer {

    /**
     * Makes a deliverer.
     *
     * @param preparer prepares the orders of batches
     * @param executor runs the connections of a batch beyond the first; not used for one connection
     * @param extensions what plug-ins add to every session
     */
    public Deliverer(Preparer preparer, Executor executor, Extensions extensions) {
    }

    /**
     * Delivers one order over a connection of its own, on the calling thread. The order stays open.
     *
     * @param order the order
     * @param login which server, and as whom
     * @param settings how; {@code parallel} and {@code repeat} do not apply
     * @param listener is told every event of the session
     * @return what became of it
     */
    public DeliveryReport deliver(PreparedOrder order, ServerLogin login, DeliverySettings settings,
            DialogueListener listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * Delivers many orders and returns when the last one is reported. One connection is used for many messages, with
     * several in flight where the server's extensions allow it. Every job taken from the iterator gets exactly one
     * report (times {@code repeat}).
     *
     * <p>Order: with one connection, reports come in the order of the jobs. With several, those of each connection come
     * in order, and those of different connections as they happen.
     *
     * <p>Lost connections: messages that were certainly not taken go on once over a new connection, and their reports
     * come later; the others get their honest outcome, {@code Unknown} where the final reply was lost. A connection that
     * cannot be opened hands its messages back to the others; when none is left, every further job is reported with the
     * failure of the last one, and the server is left in peace.
     *
     * @param jobs asked for the next job only when there is room in flight, and under a lock; memory does not grow with
     *        their number
     * @param login which server, and as whom
     * @param settings how
     * @param listeners gives a listener for each session that is opened
     * @param reports told each report, by one thread at a time; must be quick
     */
    public void deliverAll(Iterator<? extends Job> jobs, ServerLogin login, DeliverySettings settings,
            Supplier<DialogueListener> listeners, Consumer<DeliveryReport> reports) {
        throw new UnsupportedOperationException();
    }

    /** Closes open sockets and takes up nothing new; what was not begun is reported as cancelled. */
    public void cancel() {
    }
}
