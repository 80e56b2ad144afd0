// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.OrderException;

/** Gets the next task of a worker ready; what cannot be sent is reported in its turn. One thread only. */
final class Intake {

    private final Ledger ledger;
    private final Preparation preparation;
    private final Reports reports;
    private final Flight flight;
    private Task next;
    private boolean planned;

    Intake(Ledger ledger, Preparation preparation, Reports reports, Flight flight) {
        this.ledger = ledger;
        this.preparation = preparation;
        this.reports = reports;
        this.flight = flight;
    }

    /** Something that can show that a task cannot be sent. */
    private interface Trial {
        void run() throws OrderException;
    }

    /**
     * Makes sure that there is a task which could be sent by some server, if there is any task at all; for the time
     * without a connection.
     */
    boolean check() {
        while (prepare()) {
            if (passes(() -> next.prepared().check(), Optional.empty())) {
                return true;
            }
        }
        return false;
    }

    /** Makes sure that there is a task laid out for this session, if there is any task at all. */
    boolean plan(Session session) {
        while (!planned && prepare()) {
            planned = passes(() -> next.plan(session.limits()), Optional.of(session));
        }
        return planned;
    }

    /** Hands the task out that is ready. */
    Task take() {
        Task task = next;
        next = null;
        planned = false;
        return task;
    }

    /** Hands the task out that is being got ready, if there is one. */
    Optional<Task> giveUp() {
        return Optional.ofNullable(take());
    }

    private boolean prepare() {
        while (next == null) {
            Optional<Task> taken = ledger.take(flight.isIdle());
            if (taken.isEmpty()) {
                return false;
            }
            Optional<DeliveryFailure> failure = preparation.prepare(taken.get());
            if (failure.isPresent()) {
                reject(taken.get(), failure.get(), Optional.empty());
            } else {
                next = taken.get();
            }
        }
        return true;
    }

    private boolean passes(Trial trial, Optional<Session> session) {
        try {
            trial.run();
            return true;
        } catch (OrderException e) {
            reject(take(), e.failure(), session);
        } catch (RuntimeException | Error e) {
            reject(take(), Defects.of(e), session);
        }
        return false;
    }

    private void reject(Task task, DeliveryFailure failure, Optional<Session> session) {
        task.report(reports.failed(task, failure, session));
        flight.add(task);
    }
}
