// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.sasl.SaslClientFactory;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.account.Identity;
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
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.Timings;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Numbers;
import org.wirepost.headless.internal.message.BatchJobs;
import org.wirepost.headless.internal.message.DraftReader;
import org.wirepost.headless.internal.message.EnvelopeReader;
import org.wirepost.headless.internal.message.Fields;
import org.wirepost.headless.internal.message.InputFile;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.headless.internal.server.Sessions;
import org.wirepost.mime.PlanSettings;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;

/** One run of {@code wirepost send}: everything is read and checked first, then it is sent. */
final class SendRun {

    private static final int MOST_REPETITIONS = 100_000_000;
    private static final int MOST_CONNECTIONS = 100;
    private static final String STDIN = "-";

    private final Services services;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Results results;
    private final Watch watch;

    SendRun(Services services, Arguments arguments, Surroundings surroundings, Results results, Watch watch) {
        this.services = services;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.results = results;
        this.watch = watch;
    }

    void run() throws Fault {
        DeliverySettings settings = settings();
        ServerReader servers = new ServerReader(arguments, surroundings, mechanisms(services));
        Optional<Account> account = settings.dryRun() == DryRun.RENDER && !arguments.has("--server")
                ? servers.storedIfAny() : Optional.of(servers.account());
        EnvelopeReader envelopes = new EnvelopeReader(account.map(Account::defaults).orElse(Defaults.NONE));
        List<Identity> identities = account.map(Account::identities).orElse(List.of());
        try (Preparer preparer = services.delivery().preparer(prepareSettings(arguments))) {
            if (arguments.has("--batch")) {
                batch(preparer, account, settings, new DraftReader(surroundings.directory(), Optional.empty(),
                        identities), envelopes);
            } else {
                Fields fields = Fields.of(arguments);
                DraftReader drafts = new DraftReader(surroundings.directory(), stdin(), identities);
                Order order = new Order(drafts.read(fields), envelopes.read(fields), "");
                single(preparer, order, account, settings);
            }
        }
    }

    private DeliverySettings settings() throws Fault {
        String stage = arguments.value("--dry-run").orElse("none");
        DryRun dryRun = switch (stage) {
            case "none" -> DryRun.NONE;
            case "render" -> DryRun.RENDER;
            case "connect" -> DryRun.CONNECT;
            case "auth" -> DryRun.AUTH;
            case "rcpt" -> DryRun.RCPT;
            default -> throw Fault.usage("--dry-run '" + stage + "' is not known; write render, connect, auth or rcpt.");
        };
        return new DeliverySettings(dryRun, Numbers.of(arguments, "--parallel", 1, 1, MOST_CONNECTIONS),
                arguments.has("--stop-on-error"), Numbers.of(arguments, "--repeat", 1, 1, MOST_REPETITIONS));
    }

    /** Returns how messages are made, from {@code --seed} and {@code --allow-broken}. */
    static PrepareSettings prepareSettings(Arguments arguments) {
        PlanSettings plan = arguments.has("--seed") ? PlanSettings.seeded(arguments.value("--seed").orElseThrow())
                : PlanSettings.standard();
        return new PrepareSettings(plan, arguments.has("--allow-broken"));
    }

    /** Returns the SASL mechanisms that bundles have brought. */
    static List<String> mechanisms(Services services) {
        List<String> names = new java.util.ArrayList<>();
        for (SaslClientFactory factory : services.delivery().extensions().mechanisms().get()) {
            names.addAll(List.of(factory.getMechanismNames(Map.of())));
        }
        names.replaceAll(name -> name.toUpperCase(Locale.ROOT));
        return names;
    }

    private Optional<InputStream> stdin() throws Fault {
        return stdin(arguments, surroundings);
    }

    /** Returns where the plain text comes from, when the argument {@code -} asks for standard input. */
    static Optional<InputStream> stdin(Arguments arguments, Surroundings surroundings) throws Fault {
        for (String argument : arguments.rest()) {
            if (!argument.equals(STDIN)) {
                throw Fault.usage("The argument '" + argument + "' is no option; recipients are named with --to, and - "
                        + "takes the text from standard input.");
            }
        }
        return arguments.rest().isEmpty() ? Optional.empty() : Optional.of(surroundings.in());
    }

    private ServerLogin login(Optional<Account> account, DryRun dryRun) throws Fault {
        if (dryRun == DryRun.RENDER) {
            // Nothing is opened, so no secret is looked up; the name of a server only has to be there.
            return ServerLogin.anonymous(ConnectionSettings.of("localhost", 25, TlsMode.NONE));
        }
        Account known = account.orElseThrow();
        if (dryRun == DryRun.CONNECT) {
            return ServerLogin.anonymous(Sessions.connection(known, surroundings));
        }
        if (dryRun == DryRun.AUTH && known.login().isEmpty()) {
            throw Fault.usage("--dry-run auth needs somebody to authenticate; say who with --user NAME.");
        }
        return Sessions.of(known, surroundings);
    }

    private void single(Preparer preparer, Order order, Optional<Account> account, DeliverySettings settings)
            throws Fault {
        try (PreparedOrder prepared = preparer.prepare(order)) {
            ServerLogin login = login(account, settings.dryRun());
            Deliverer deliverer = deliverer(preparer);
            if (settings.repeat() == 1) {
                results.add(deliverer.deliver(prepared, login, settings, watch.listener()));
            } else {
                watch.progress().ifPresent(bar -> bar.expect(settings.repeat()));
                deliverer.deliverAll(List.of(order).iterator(), login, settings, watch::listener, this::report);
            }
        } catch (OrderException e) {
            results.add(failed("", e.failure(), settings));
        }
    }

    private void batch(Preparer preparer, Optional<Account> account, DeliverySettings settings, DraftReader drafts,
            EnvelopeReader envelopes) throws Fault {
        if (!arguments.rest().isEmpty()) {
            throw Fault.usage("With --batch the words of each message stand in its line; leave out the argument "
                    + arguments.rest().get(0) + ".");
        }
        String name = arguments.value("--batch").orElseThrow();
        long count = name.equals(STDIN) ? 0 : check(() -> jobs(name, drafts, envelopes), name, settings);
        ServerLogin login = login(account, settings.dryRun());
        watch.progress().ifPresent(bar -> bar.expect(count * settings.repeat()));
        try (BatchJobs jobs = jobs(name, drafts, envelopes)) {
            deliverer(preparer).deliverAll(jobs, login, settings, watch::listener, this::report);
        } catch (IOException e) {
            throw new Fault(ExitCode.NOINPUT, "--batch " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @FunctionalInterface
    private interface Opening {
        BatchJobs open() throws Fault;
    }

    /** Reads the whole file once, so that a mistake in its last line is found before the first message is sent. */
    private long check(Opening opening, String name, DeliverySettings settings) throws Fault {
        long good = 0;
        long bad = 0;
        try (BatchJobs jobs = opening.open()) {
            while (jobs.hasNext()) {
                Job job = jobs.next();
                if (job instanceof BadOrder order) {
                    results.add(failed(order.label(), order.failure(), settings));
                    bad++;
                } else {
                    good++;
                }
            }
        } catch (IOException e) {
            throw new Fault(ExitCode.NOINPUT, "--batch " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (bad > 0) {
            throw new Fault(results.worst(), "Nothing was sent, because " + bad + " of " + (good + bad) + " lines of "
                    + name + " cannot be sent; mend them and start again.");
        }
        if (good == 0) {
            throw new Fault(ExitCode.NOINPUT, "--batch " + name + " holds no message; put one JSON object on each "
                    + "line.");
        }
        return good;
    }

    private BatchJobs jobs(String name, DraftReader drafts, EnvelopeReader envelopes) throws Fault {
        InputStream in = surroundings.in();
        if (!name.equals(STDIN)) {
            Path file = InputFile.find(surroundings.directory(), name, "--batch");
            try {
                in = Files.newInputStream(file);
            } catch (IOException e) {
                throw new Fault(ExitCode.NOINPUT, "--batch " + name + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return new BatchJobs(in, name.equals(STDIN) ? "standard input" : name, Fields.of(arguments), drafts, envelopes);
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
        watch.progress().ifPresent(bar -> bar.reported());
    }

    private static DeliveryReport failed(String label, DeliveryFailure failure, DeliverySettings settings) {
        return new DeliveryReport(label, Optional.empty(), 0, List.of(), Optional.of(failure), settings.dryRun(),
                List.of(), List.of(), Optional.empty(), Timings.NONE);
    }
}
