// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.internal.prepare.Envelopes;

/**
 * Delivers many orders: one worker on the calling thread, and once its first connection stands, the others on the
 * executor. Credentials that are refused are so tried once and not by every worker.
 */
public final class Batch {

    private final DeliverySettings settings;
    private final Stop stop;
    private final Ledger ledger;
    private final Desk desk;
    private final Reports reports;
    private final Preparation preparation;

    /** Prepares a batch. */
    public Batch(Iterator<? extends Job> jobs, Preparation.Step step, DeliverySettings settings,
            Consumer<DeliveryReport> consumer, Stop stop) {
        this.settings = settings;
        this.stop = stop;
        this.ledger = new Ledger(jobs, settings.repeat(), stop);
        this.desk = new Desk(consumer, settings.stopOnError(), ledger);
        this.reports = new Reports(settings.dryRun());
        this.preparation = new Preparation(step);
    }

    /**
     * Works the batch off; what the iterator or the consumer has thrown is thrown on at the end.
     *
     * @param sessions makes sessions that are not open yet
     * @param executor runs the workers beyond the first
     */
    public void run(Supplier<Session> sessions, Executor executor) {
        AtomicBoolean started = new AtomicBoolean();
        Runnable opened = () -> {
            if (started.compareAndSet(false, true)) {
                startOthers(sessions, executor);
            }
        };
        try {
            worker(sessions, opened).run();
        } finally {
            ledger.awaitAll();
        }
        clearUp();
        ledger.throwFault();
    }

    private void startOthers(Supplier<Session> sessions, Executor executor) {
        try {
            for (int i = 1; i < settings.parallel(); i++) {
                executor.execute(worker(sessions, () -> { }));
            }
        } catch (RejectedExecutionException e) {
            System.getLogger(Batch.class.getName()).log(System.Logger.Level.WARNING,
                    "The executor takes no more connections; the batch goes on with those it has", e);
        }
    }

    private Worker worker(Supplier<Session> sessions, Runnable opened) {
        return new Worker(ledger, preparation, sessions, opened, reports, desk, stop);
    }

    /** Reports what no worker could deliver. */
    private void clearUp() {
        for (Optional<Task> task = ledger.take(true); task.isPresent(); task = ledger.take(true)) {
            if (task.get().isCarried()) {
                task.get().strand();
            } else {
                task.get().report(undelivered(task.get()));
            }
            desk.tell(task.get());
        }
    }

    private DeliveryReport undelivered(Task task) {
        DeliveryFailure failure = stop.cancelled() || ledger.lastFailure().isEmpty()
                ? new DeliveryFailure.Cancelled("Cancelled before it was begun.") : ledger.lastFailure().get();
        if (task.prepared() != null) {
            return reports.failed(task, failure, Optional.empty());
        }
        if (!(task.job() instanceof Order order)) {
            return reports.failed(task, preparation.prepare(task).orElse(failure), Optional.empty());
        }
        try {
            return reports.unsent(task, Envelopes.of(order.draft(), order.envelope()), failure);
        } catch (OrderException e) {
            return reports.failed(task, e.failure(), Optional.empty());
        }
    }
}
