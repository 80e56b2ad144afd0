// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.delivery.runner.OutboxRunner;
import org.wirepost.delivery.runner.RunnerListener;
import org.wirepost.delivery.runner.RunnerSetup;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.ShellWord;
import org.wirepost.headless.internal.queue.AccountRoutes;
import org.wirepost.headless.internal.queue.QueuePlace;
import org.wirepost.headless.internal.queue.QueueState;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.transcript.Inert;

/** One run of {@code wirepost outbox run}. */
final class OutboxRun implements RunnerListener {

    /** What was sent to everybody stays in the list for a while. */
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Services services;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Screen screen;
    private final Results results;
    private final Watch watch;
    private final QueuePlace place;
    private final AccountRoutes routes;
    private ExitCode worst = ExitCode.OK;

    OutboxRun(Services services, Arguments arguments, Surroundings surroundings, Screen screen, Results results,
            Watch watch) throws Fault {
        this.services = services;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.screen = screen;
        this.results = results;
        this.watch = watch;
        this.place = QueuePlace.open(surroundings);
        this.routes = new AccountRoutes(place, surroundings);
    }

    /** Sends, and returns what is to be said about all that is left. */
    ExitCode run() throws Fault {
        try (Sender sender = sender(); Preparer preparer = services.delivery().preparer(PrepareSettings.DEFAULT)) {
            OutboxRunner runner = new OutboxRunner(RunnerSetup.of(place.outbox(), place.book(), routes,
                    () -> services.delivery().deliverer(preparer, task -> start(task, "wirepost-connection")),
                    task -> start(task, "wirepost-outbox"), this));
            surroundings.stop().onStop(runner::stop);
            if (arguments.has("--watch")) {
                stay(runner, sender);
            } else {
                runner.sendDue(sender);
            }
            place.outbox().dropSent(KEPT);
            synchronized (this) {
                return worst.worse(QueueState.of(place.outbox().list(), Times.here()));
            }
        } catch (OutboxException e) {
            throw QueuePlace.fault(e);
        }
    }

    private void stay(OutboxRunner runner, Sender sender) throws OutboxException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "wirepost-outbox-watch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            place.outbox().watch(runner::wake, clock, LOOK);
            runner.stay(sender);
        } finally {
            clock.shutdownNow();
        }
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private Sender sender() throws Fault, OutboxException {
        Optional<Sender> sender = place.outbox().acquire();
        if (sender.isEmpty() && arguments.has("--wait")) {
            CountDownLatch stopped = new CountDownLatch(1);
            surroundings.stop().onStop(stopped::countDown);
            try {
                while (sender.isEmpty() && !stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    sender = place.outbox().acquire();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return sender.orElseThrow(() -> new Fault(ExitCode.TEMPFAIL, "Another process is sending from this outbox, and "
                + "sends what is due there, too; --wait waits for its end."));
    }

    @Override
    public DialogueListener session(String account) {
        return watch.listener();
    }

    @Override
    public synchronized void attempted(QueuedMail mail, DeliveryReport report) {
        results.add(report);
        watch.reported();
        for (Outcome outcome : report.outcomes()) {
            boolean refused = mail.recipients().stream().anyMatch(each -> each.address().equals(outcome.recipient())
                    && each.state() == RecipientState.REFUSED);
            if (refused) {
                boolean givenUp = !(outcome instanceof Outcome.Refused);
                worst = worst.worse(givenUp ? ExitCode.UNAVAILABLE : ExitCode.of(outcome));
                if (givenUp) {
                    note("Given up for " + outcome.recipient() + ": no server took the message in time.");
                }
            }
        }
    }

    @Override
    public void held(String account, String words) {
        routes.forget(account);
        note("The mail of " + account + " is held until that is mended; a password that is another one by then lets "
                + "it go, and so does 'wirepost outbox release --account " + ShellWord.of(account) + "'.");
    }

    @Override
    public void paused(String account, Instant until, String words) {
        note("The mail of " + account + " waits for its server; it is tried again " + Times.here().due(until) + ".");
    }

    @Override
    public synchronized void closed(String account, String words) {
        worst = worst.worse(ExitCode.CONFIG);
        note("The mail of " + account + " cannot go: " + words);
    }

    @Override
    public void reopened(String account) {
        note("The login of " + account + " is another one than was refused; its mail goes again.");
    }

    @Override
    public synchronized void noted(String sentence) {
        worst = worst.worse(ExitCode.IOERR);
        note(sentence);
    }

    private void note(String sentence) {
        screen.note("wirepost: " + Inert.of(sentence));
    }
}
