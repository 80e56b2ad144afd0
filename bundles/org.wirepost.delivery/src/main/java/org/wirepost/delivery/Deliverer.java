// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirepost.delivery.internal.session.Batch;
import org.wirepost.delivery.internal.session.Link;
import org.wirepost.delivery.internal.session.Session;
import org.wirepost.delivery.internal.session.Single;
import org.wirepost.delivery.internal.session.Stop;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * Delivers one prepared order, or a batch of orders, and reports for each recipient what is known.
 *
 * <p>A failure is in the report, never thrown; what is thrown is a bug. One deliverer serves one call of
 * {@link #deliver} or {@link #deliverAll}; only {@link #cancel} may come from another thread, at any time.
 */
public final class Deliverer {

    private final Preparer preparer;
    private final Executor executor;
    private final Extensions extensions;
    private final Link.Maker links;
    private final Stop stop = new Stop();

    /**
     * Makes a deliverer.
     *
     * @param preparer prepares the orders of batches
     * @param executor runs the connections of a batch beyond the first; not used for one connection
     * @param extensions what plug-ins add to every session
     */
    public Deliverer(Preparer preparer, Executor executor, Extensions extensions) {
        this(preparer, executor, extensions, Link.Maker.SMTP);
    }

    Deliverer(Preparer preparer, Executor executor, Extensions extensions, Link.Maker links) {
        this.preparer = requireNonNull(preparer, "preparer");
        this.executor = requireNonNull(executor, "executor");
        this.extensions = requireNonNull(extensions, "extensions");
        this.links = links;
    }

    /**
     * Delivers one order over a connection of its own, on the calling thread. The order stays open.
     *
     * @param order the order
     * @param login which server, and as whom
     * @param settings how; {@code parallel}, {@code repeat} and {@code stopOnError} do not apply
     * @param listener is told every event of the session
     * @return what became of it
     */
    public DeliveryReport deliver(PreparedOrder order, ServerLogin login, DeliverySettings settings,
            DialogueListener listener) {
        return new Single(order, settings.dryRun())
                .run(() -> new Session(links, login, extensions, settings.dryRun(), listener, stop), stop);
    }

    /**
     * Delivers many orders and returns when the last one is reported. One connection is used for many messages, with
     * several in flight where the server's extensions allow it. Every job taken from the iterator gets exactly one
     * report (times {@code repeat}); after {@link #cancel}, or after an error with {@code stopOnError}, no further job
     * is taken.
     *
     * <p>Order: with one connection, reports come in the order of the jobs. With several, those of each connection come
     * in order, and those of different connections as they happen.
     *
     * <p>Lost connections: messages that were certainly not taken go on over another connection, and their reports come
     * later; a message at which a second connection breaks stays deferred. The others get their honest outcome,
     * {@code Unknown} where the final reply was lost. A connection that cannot be opened hands its messages back to the
     * others; when none is left, or when two in a row break without having brought any message to its end, every
     * further job is reported with the failure of the last one, and the server is left in peace.
     *
     * @param jobs asked for the next job only when there is room in flight, by one thread at a time; memory does not
     *        grow with their number. Before it waits for long it gives a {@link Pause}. What it throws ends the batch:
     *        what is in flight is finished, then it is thrown on
     * @param login which server, and as whom
     * @param settings how
     * @param listeners gives a listener for each session that is opened
     * @param reports told each report, by one thread at a time; must be quick. What it throws ends the batch likewise
     */
    public void deliverAll(Iterator<? extends Job> jobs, ServerLogin login, DeliverySettings settings,
            Supplier<DialogueListener> listeners, Consumer<DeliveryReport> reports) {
        new Batch(jobs, (order, repetition) -> preparer.prepare(order, stop, repetition), settings, reports, stop)
                .run(() -> new Session(links, login, extensions, settings.dryRun(), listeners.get(), stop), executor);
    }

    /**
     * Closes open sockets and takes up nothing new. What had not left is reported as deferred, what was in doubt as
     * unknown.
     */
    public void cancel() {
        stop.cancel();
    }
}
