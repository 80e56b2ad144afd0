// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.wirepost.account.Account;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PatientDeliverer;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.message.BatchJobs;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.RetryWaits;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.headless.internal.terminal.Screen;

/** One run of {@code wirepost send}: everything is read and checked first, then it is sent. */
final class SendRun {

    private final Services services;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Results results;
    private final Watch watch;
    private final DeliverySettings settings;
    private final Optional<Account> account;
    private final SendJobs jobs;
    private final RetryOptions retry;
    private final RetryWaits waits;

    SendRun(Services services, Arguments arguments, Surroundings surroundings, Screen screen, Results results,
            Watch watch) throws Fault {
        this.services = services;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.results = results;
        this.watch = watch;
        this.settings = SendSettings.delivery(arguments);
        this.retry = RetryOptions.of(arguments, settings);
        ServerReader servers = new ServerReader(arguments, surroundings, SendSettings.mechanisms(services));
        this.account = settings.dryRun() == DryRun.RENDER && !arguments.has("--server") ? servers.storedIfAny()
                : Optional.of(servers.account());
        this.jobs = new SendJobs(arguments, surroundings, account, results, settings.dryRun());
        this.waits = new RetryWaits(screen, surroundings.stop(), retry.most(), arguments.has("--quiet"));
    }

    void run() throws Fault {
        try (Preparer preparer = services.delivery().preparer(SendSettings.prepare(arguments))) {
            if (jobs.isBatch()) {
                batch(preparer);
            } else {
                single(preparer);
            }
        }
        waits.end();
    }

    private void single(Preparer preparer) throws Fault {
        try (PreparedOrder prepared = preparer.prepare(jobs.single())) {
            ServerLogin login = SendSettings.login(account, settings.dryRun(), surroundings);
            results.tell(prepared);
            if (retry.most() > 0) {
                deliverAll(preparer, List.of(prepared).iterator(), login);
            } else if (settings.repeat() == 1) {
                results.add(deliverer(preparer).deliver(prepared, login, settings, watch.listener()));
            } else {
                watch.expect(settings.repeat());
                deliverAll(preparer, List.of(prepared.order()).iterator(), login);
            }
        } catch (OrderException e) {
            results.add(jobs.failed("", e.failure()));
        }
    }

    private void batch(Preparer preparer) throws Fault {
        long count = jobs.check();
        ServerLogin login = SendSettings.login(account, settings.dryRun(), surroundings);
        watch.expect(count * settings.repeat());
        try (BatchJobs batch = jobs.batch()) {
            deliverAll(preparer, batch, login);
        } catch (IOException e) {
            throw jobs.unreadable(e);
        }
    }

    private void deliverAll(Preparer preparer, Iterator<? extends Job> all, ServerLogin login) {
        if (retry.most() == 0) {
            deliverer(preparer).deliverAll(all, login, settings, watch::listener, this::report);
            return;
        }
        PatientDeliverer patient = new PatientDeliverer(preparer,
                () -> services.delivery().deliverer(preparer, SendRun::onThreadOfItsOwn), retry.policy(),
                retry.most(), waits, ThreadLocalRandom.current());
        surroundings.stop().onStop(patient::cancel);
        patient.deliverAll(all, login, settings, watch::listener, this::report);
    }

    private Deliverer deliverer(Preparer preparer) {
        Deliverer deliverer = services.delivery().deliverer(preparer, SendRun::onThreadOfItsOwn);
        surroundings.stop().onStop(deliverer::cancel);
        return deliverer;
    }

    private static void onThreadOfItsOwn(Runnable work) {
        Thread thread = new Thread(work, "wirepost-connection");
        thread.setDaemon(true);
        thread.start();
    }

    private void report(DeliveryReport report) {
        results.add(report);
        watch.reported();
    }
}
