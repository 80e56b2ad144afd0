// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.internal.prepare.Failures;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TransactionResult;

/** Delivers one order over a connection of its own. */
public final class Single {

    private final Task task;
    private final Reports reports;

    /** Takes an order; it stays the caller's. */
    public Single(PreparedOrder order, DryRun dryRun) {
        task = new Task(order.order(), 0);
        task.prepared(order);
        reports = new Reports(dryRun);
    }

    /**
     * Opens the session, sends, and leaves.
     *
     * @param sessions makes the session
     * @param stop whether it is cancelled already
     */
    public DeliveryReport run(Supplier<Session> sessions, Stop stop) {
        if (stop.cancelled()) {
            return reports.failed(task, new DeliveryFailure.Cancelled("Cancelled before a connection was opened."),
                    Optional.empty());
        }
        Session session;
        try {
            session = sessions.get();
        } catch (RuntimeException | Error e) {
            return reports.failed(task, Defects.of(e), Optional.empty());
        }
        try (session) {
            return run(session);
        }
    }

    private DeliveryReport run(Session session) {
        try {
            session.open();
            task.plan(session.limits());
        } catch (SmtpException e) {
            return reports.failed(task, Failures.of(e), Optional.of(session));
        } catch (OrderException e) {
            session.close();
            return reports.failed(task, e.failure(), Optional.of(session));
        } catch (RuntimeException | Error e) {
            return reports.failed(task, Defects.of(e), Optional.of(session));
        }
        try {
            TransactionResult result = session.link().send(task.submission());
            session.close();
            return reports.of(task, result, session);
        } catch (RuntimeException | Error e) {
            return reports.lost(task, Defects.of(e), Optional.of(session));
        }
    }
}
