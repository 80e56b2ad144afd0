// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.delivery.BadOrder;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.message.BatchJobs;
import org.wirepost.headless.internal.queue.AccountRoutes;
import org.wirepost.headless.internal.queue.QueuePlace;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.server.ServerReader;

/** One run of {@code wirepost send --queue}: everything is read and checked, and put into the outbox. */
final class SendQueue {

    private final Services services;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Results results;
    private final Watch watch;
    private final Times times = Times.here();
    private final QueueOptions options;
    private final SendJobs jobs;
    private final Account account;
    private long queued;

    SendQueue(Services services, Arguments arguments, Surroundings surroundings, Results results, Watch watch)
            throws Fault {
        this.services = services;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.results = results;
        this.watch = watch;
        this.options = QueueOptionReader.read(arguments, times);
        this.account = new ServerReader(arguments, surroundings, SendSettings.mechanisms(services)).account();
        this.jobs = new SendJobs(arguments, surroundings, Optional.of(account), results, DryRun.NONE);
    }

    void run() throws Fault {
        try (Preparer preparer = services.delivery().preparer(SendSettings.prepare(arguments))) {
            if (jobs.isBatch()) {
                watch.expect(jobs.check());
            }
            QueuePlace place = QueuePlace.open(surroundings);
            String name = new AccountRoutes(place, surroundings).name(account);
            if (jobs.isBatch()) {
                batch(preparer, place, name);
            } else {
                queue(preparer, jobs.single(), place, name);
            }
        }
    }

    private void batch(Preparer preparer, QueuePlace place, String name) throws Fault {
        try (BatchJobs batch = jobs.batch()) {
            while (batch.hasNext() && !ended()) {
                Job job = batch.next();
                if (job instanceof Order order) {
                    queue(preparer, order, place, name);
                } else if (job instanceof BadOrder bad) {
                    results.add(jobs.failed(bad.label(), bad.failure()));
                }
                watch.reported();
            }
        } catch (IOException e) {
            throw jobs.unreadable(e);
        }
        if (surroundings.stop().isStopped()) {
            throw new Fault(ExitCode.TEMPFAIL, "Cancelled; " + queued + " messages are queued, and nothing of the "
                    + "others.");
        }
    }

    private boolean ended() {
        return surroundings.stop().isStopped()
                || arguments.has("--stop-on-error") && results.worst() != ExitCode.OK;
    }

    private void queue(Preparer preparer, Order order, QueuePlace place, String name) throws Fault {
        try (PreparedOrder prepared = preparer.prepare(order)) {
            results.tell(prepared);
            if (surroundings.stop().isStopped()) {
                throw new Fault(ExitCode.TEMPFAIL, "Cancelled before it was queued.");
            }
            results.queued(place.outbox().queue(prepared, name, options.withLabel(order.label())), times);
            queued++;
        } catch (OrderException e) {
            results.add(jobs.failed(order.label(), e.failure()));
        } catch (OutboxException e) {
            Fault fault = QueuePlace.fault(e);
            throw queued == 0 ? fault : new Fault(fault.code(), fault.getMessage() + " Before that, " + queued
                    + (queued == 1 ? " message was queued" : " messages were queued") + ", and stay so.", e);
        }
    }
}
