// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.Timings;
import org.wirepost.mime.MimePlan;
import org.wirepost.ui.internal.session.SessionLog;

/** Takes a letter through preparation, secret, session and report, by the same services as the command line. */
final class Courier implements Carrier {

    private final DeliveryService service;
    private final Logins logins;
    private final SessionLog log;
    private final Executor executor;
    private final Consumer<Throwable> defects;
    private volatile Keeper keeper = Keeper.NONE;

    /** Opens accounts. */
    @FunctionalInterface
    interface Logins {

        /** Prepares a session of the account of this name. */
        AccountSession open(String account) throws AccountException, SecretException;
    }

    Courier(DeliveryService service, Logins logins, SessionLog log, Executor executor, Consumer<Throwable> defects) {
        this.service = service;
        this.logins = logins;
        this.log = log;
        this.executor = executor;
        this.defects = defects;
    }

    @Override
    public void keepBy(Keeper wanted) {
        keeper = wanted;
    }

    @Override
    public DeliveryReport carry(Delivery delivery) {
        try {
            return prepare(delivery);
        } catch (OrderException e) {
            return failed(delivery, e.failure());
        } catch (AccountException | SecretException e) {
            return failed(delivery, new DeliveryFailure.Configuration(e.getMessage()));
        } catch (RuntimeException | Error e) {
            defects.accept(e);
            return failed(delivery, new DeliveryFailure.Defect(
                    Messages.bind(Messages.defect, e.getClass().getSimpleName()), e));
        }
    }

    private DeliveryReport prepare(Delivery delivery) throws OrderException, AccountException, SecretException {
        try (Preparer preparer = service.preparer(delivery.outgoing().prepareSettings());
                PreparedOrder prepared = preparer.prepare(delivery.outgoing().order(), delivery::isCancelled);
                AccountSession session = logins.open(delivery.outgoing().account())) {
            Deliverer deliverer = service.deliverer(preparer, executor);
            delivery.onCancel(deliverer::cancel);
            return send(delivery, prepared, session, deliverer);
        }
    }

    private DeliveryReport send(Delivery delivery, PreparedOrder prepared, AccountSession session,
            Deliverer deliverer) {
        Tracker tracker = new Tracker(delivery, log.begin(delivery.outgoing().label()), prepared::latest);
        delivery.advance(Delivery.State.PREPARING, Delivery.State.CONNECTING);
        DeliveryReport report = deliverer.deliver(prepared, ServerLogin.of(session), DeliverySettings.DEFAULT, tracker);
        if (report.isSentToSomeone()) {
            prepared.latest().ifPresent(sent -> keep(delivery, sent));
        }
        return report;
    }

    /** Whatever goes wrong here, the letter has been sent. */
    private void keep(Delivery delivery, MimePlan sent) {
        try {
            keeper.keep(delivery, sent);
        } catch (IOException e) {
            System.getLogger(Courier.class.getName()).log(System.Logger.Level.WARNING, "A sent letter is not kept", e);
        } catch (RuntimeException | Error e) {
            defects.accept(e);
        }
    }

    private static DeliveryReport failed(Delivery delivery, DeliveryFailure failure) {
        return new DeliveryReport(delivery.outgoing().order().label(), Optional.empty(), 0, List.of(),
                Optional.of(failure), DryRun.NONE, List.of(), List.of(), Optional.empty(), Timings.NONE);
    }
}
