// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.delivery.BadOrder;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.Timings;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.message.BatchJobs;
import org.wirepost.headless.internal.message.DraftReader;
import org.wirepost.headless.internal.message.EnvelopeReader;
import org.wirepost.headless.internal.message.Fields;
import org.wirepost.headless.internal.message.InputFile;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.server.ServerReader;

/** One run of {@code wirepost send}: everything is read and checked first, then it is sent. */
final class SendRun {

    private final Services services;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Results results;
    private final Watch watch;
    private final DeliverySettings settings;
    private final Optional<Account> account;

    SendRun(Services services, Arguments arguments, Surroundings surroundings, Results results, Watch watch)
            throws Fault {
        this.services = services;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.results = results;
        this.watch = watch;
        this.settings = SendSettings.delivery(arguments);
        ServerReader servers = new ServerReader(arguments, surroundings, SendSettings.mechanisms(services));
        this.account = settings.dryRun() == DryRun.RENDER && !arguments.has("--server") ? servers.storedIfAny()
                : Optional.of(servers.account());
    }

    void run() throws Fault {
        try (Preparer preparer = services.delivery().preparer(SendSettings.prepare(arguments))) {
            if (arguments.has("--batch")) {
                batch(preparer);
            } else {
                single(preparer);
            }
        }
    }

    private void single(Preparer preparer) throws Fault {
        Fields fields = Fields.of(arguments);
        Order order = new Order(drafts(SendSettings.stdin(arguments, surroundings)).read(fields),
                envelopes().read(fields), "");
        try (PreparedOrder prepared = preparer.prepare(order)) {
            ServerLogin login = SendSettings.login(account, settings.dryRun(), surroundings);
            results.tell(prepared);
            Deliverer deliverer = deliverer(preparer);
            if (settings.repeat() == 1) {
                results.add(deliverer.deliver(prepared, login, settings, watch.listener()));
            } else {
                watch.expect(settings.repeat());
                deliverer.deliverAll(List.of(order).iterator(), login, settings, watch::listener, this::report);
            }
        } catch (OrderException e) {
            results.add(failed("", e.failure()));
        }
    }

    private void batch(Preparer preparer) throws Fault {
        if (!arguments.rest().isEmpty()) {
            throw Fault.usage("With --batch the words of each message stand in its line; leave out the argument "
                    + arguments.rest().get(0) + ".");
        }
        String name = arguments.value("--batch").orElseThrow();
        long count = name.equals(SendSettings.STDIN) ? 0 : check(name);
        ServerLogin login = SendSettings.login(account, settings.dryRun(), surroundings);
        watch.expect(count * settings.repeat());
        try (BatchJobs jobs = jobs(name)) {
            deliverer(preparer).deliverAll(jobs, login, settings, watch::listener, this::report);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Reads the whole file once, so that a mistake in its last line is found before the first message is sent. */
    private long check(String name) throws Fault {
        long good = 0;
        long bad = 0;
        try (BatchJobs jobs = jobs(name)) {
            while (jobs.hasNext()) {
                if (surroundings.stop().isStopped()) {
                    throw new Fault(ExitCode.TEMPFAIL, "Cancelled before anything was sent.");
                }
                Job job = jobs.next();
                if (job instanceof BadOrder order) {
                    results.add(failed(order.label(), order.failure()));
                    bad++;
                } else if (job instanceof Order) {
                    good++;
                }
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        requireGood(name, good, bad);
        return good;
    }

    private void requireGood(String name, long good, long bad) throws Fault {
        if (bad > 0) {
            throw new Fault(results.worst(), "Nothing was sent, because " + bad + " of " + (good + bad) + " lines of "
                    + name + " cannot be sent; mend them and start again.");
        }
        if (good == 0) {
            throw new Fault(ExitCode.NOINPUT, "--batch " + name + " holds no message; put one JSON object on each "
                    + "line.");
        }
    }

    private BatchJobs jobs(String name) throws Fault {
        boolean stdin = name.equals(SendSettings.STDIN);
        try {
            InputStream in = stdin ? surroundings.in()
                    : Files.newInputStream(InputFile.find(surroundings.directory(), name, "--batch"));
            return new BatchJobs(in, stdin ? "standard input" : name, Fields.of(arguments), drafts(Optional.empty()),
                    envelopes());
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static Fault unreadable(String name, IOException e) {
        return new Fault(ExitCode.NOINPUT, "--batch " + name + " cannot be read: " + e.getMessage() + ".", e);
    }

    private DraftReader drafts(Optional<InputStream> stdin) {
        return new DraftReader(surroundings.directory(), stdin,
                account.isPresent() ? account.get().identities() : List.of());
    }

    private EnvelopeReader envelopes() {
        return new EnvelopeReader(account.isPresent() ? account.get().defaults() : Defaults.NONE);
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

    private DeliveryReport failed(String label, DeliveryFailure failure) {
        return new DeliveryReport(label, Optional.empty(), 0, List.of(), Optional.of(failure), settings.dryRun(),
                List.of(), List.of(), Optional.empty(), Timings.NONE);
    }
}
