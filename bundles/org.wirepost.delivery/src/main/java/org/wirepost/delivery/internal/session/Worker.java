// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.internal.prepare.Failures;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.Stage;

/** Works off a batch over one connection at a time. */
final class Worker implements Runnable {

    /** A server that closes connections without having answered for any message is not asked a third time. */
    private static final int FRUITLESS_ALLOWED = 2;

    private final Ledger ledger;
    private final Preparation preparation;
    private final Supplier<Session> sessions;
    private final Runnable opened;
    private final Reports reports;
    private final Flight flight;
    private final List<Task> carried = new ArrayList<>();
    private Session session;
    private Task next;
    private boolean planned;
    private int fruitless;
    private boolean fruit;
    private boolean broken;
    private DeliveryFailure lastFailure = Failures.of(new SmtpException(SmtpException.Kind.DISCONNECTED, Stage.MAIL,
            "The server closes connections without taking a message."));

    /**
     * Makes a worker.
     *
     * @param opened run each time a connection has been opened
     */
    Worker(Ledger ledger, Preparation preparation, Supplier<Session> sessions, Runnable opened, Reports reports,
            Desk desk) {
        this.ledger = ledger;
        this.preparation = preparation;
        this.sessions = sessions;
        this.opened = opened;
        this.reports = reports;
        this.flight = new Flight(desk);
    }

    @Override
    public void run() {
        if (!ledger.enter()) {
            return;
        }
        boolean idle = false;
        try {
            boolean connected = work();
            while (connected && !idle) {
                idle = !ledger.awaitMore();
                connected = idle || work();
            }
        } finally {
            closeSession();
            ledger.leave(idle);
        }
    }

    /** Works until no task is left for now; false when no connection can be had. */
    private boolean work() {
        while (prepareNext()) {
            if (!open()) {
                handBack();
                return false;
            }
            if (!send()) {
                return false;
            }
        }
        return true;
    }

    private boolean send() {
        fruit = false;
        broken = false;
        try {
            session.link().sendAll(new Submissions(), this::take);
        } catch (RuntimeException e) {
            DeliveryFailure.Defect defect = Defects.of(e);
            settle(defect);
            ledger.noConnection(defect);
            handBack();
            return false;
        }
        settle(Defects.of(new IllegalStateException("no result")));
        handBack();
        if (session.link().isOpen()) {
            return true;
        }
        closeSession();
        fruitless = fruit ? 0 : fruitless + 1;
        if (fruitless == FRUITLESS_ALLOWED) {
            ledger.noConnection(lastFailure);
            return false;
        }
        return true;
    }

    /** Every task that the connection took and gave no result for would be a bug, of which the worst is assumed. */
    private void settle(DeliveryFailure.Defect defect) {
        for (Task task : flight.waiting()) {
            task.report(reports.lost(task, defect, Optional.of(session)));
        }
        flight.flush();
    }

    private void handBack() {
        List<Task> tasks = new ArrayList<>(carried);
        carried.clear();
        if (next != null) {
            tasks.add(next);
            next = null;
        }
        ledger.giveBack(tasks);
    }

    private boolean prepareNext() {
        while (next == null) {
            Optional<Task> taken = ledger.take();
            if (taken.isEmpty()) {
                return false;
            }
            Task task = taken.get();
            Optional<DeliveryFailure> failure = preparation.prepare(task);
            if (failure.isPresent()) {
                reject(task, failure.get(), Optional.empty());
            } else {
                next = task;
                planned = false;
            }
        }
        return true;
    }

    private boolean planNext() {
        while (!planned) {
            if (!prepareNext()) {
                return false;
            }
            try {
                next.plan(session.limits());
                planned = true;
            } catch (OrderException e) {
                rejectNext(e.failure());
            } catch (RuntimeException e) {
                rejectNext(Defects.of(e));
            }
        }
        return true;
    }

    private void rejectNext(DeliveryFailure failure) {
        Task task = next;
        next = null;
        reject(task, failure, Optional.of(session));
    }

    private void reject(Task task, DeliveryFailure failure, Optional<Session> through) {
        task.report(reports.failed(task, failure, through));
        flight.add(task);
    }

    private boolean open() {
        if (session != null && session.link().isOpen()) {
            return true;
        }
        closeSession();
        if (ledger.held().isPresent()) {
            return false;
        }
        try {
            session = sessions.get();
            session.open();
            opened.run();
            return true;
        } catch (SmtpException e) {
            ledger.noConnection(Failures.of(e));
        } catch (RuntimeException e) {
            ledger.noConnection(Defects.of(e));
        }
        return false;
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void take(TransactionResult result) {
        Task task = flight.of(result.submission())
                .orElseThrow(() -> new IllegalStateException("a result for a message that was not sent"));
        task.report(reports.of(task, result, session));
        lastFailure = task.report().failure().orElse(lastFailure);
        boolean goesOn = goesOn(task, result);
        broken |= Loss.isLoss(result);
        fruit |= !Loss.isLoss(result);
        if (goesOn && !preparation.isCancelled()) {
            task.carry();
            flight.remove(task);
            carried.add(task);
        } else {
            flight.flush();
        }
    }

    /**
     * Tells whether a message that was surely not taken may go over another connection: those in flight behind the one
     * at which it broke always, and that one if it was merely closed, but not a second time.
     */
    private boolean goesOn(Task task, TransactionResult result) {
        if (!Loss.isLoss(result) || !Loss.isSurelyNotTaken(result)) {
            return false;
        }
        return broken || Loss.isClosing(result) && !task.suspect();
    }

    /** What the connection asks for the next message. */
    private final class Submissions implements Iterator<Submission> {

        @Override
        public boolean hasNext() {
            return planNext();
        }

        @Override
        public Submission next() {
            if (!planNext()) {
                throw new NoSuchElementException();
            }
            Task task = next;
            next = null;
            planned = false;
            flight.add(task);
            return task.submission();
        }
    }
}
