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
    private final Stop stop;
    private final Supplier<Session> sessions;
    private final Runnable opened;
    private final Reports reports;
    private final Flight flight;
    private final Intake intake;
    private final List<Task> carried = new ArrayList<>();
    private Session session;
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
            Desk desk, Stop stop) {
        this.ledger = ledger;
        this.stop = stop;
        this.sessions = sessions;
        this.opened = opened;
        this.reports = reports;
        this.flight = new Flight(desk);
        this.intake = new Intake(ledger, preparation, reports, flight);
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
        while (isConnected() ? intake.plan(session) : intake.check()) {
            if (!open() || !send()) {
                handBack();
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
        } catch (RuntimeException | Error e) {
            DeliveryFailure.Defect defect = Defects.of(e);
            settle(defect);
            ledger.noConnection(defect);
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
        intake.giveUp().ifPresent(tasks::add);
        ledger.giveBack(tasks);
    }

    private boolean isConnected() {
        return session != null && session.link().isOpen();
    }

    private boolean open() {
        if (isConnected()) {
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
        } catch (RuntimeException | Error e) {
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
        if (goesOn && !stop.cancelled()) {
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
            return intake.plan(session);
        }

        @Override
        public Submission next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Task task = intake.take();
            flight.add(task);
            return task.submission();
        }
    }
}
