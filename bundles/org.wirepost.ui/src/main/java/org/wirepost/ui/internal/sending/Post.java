// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.wirepost.account.Accounts;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.delivery.runner.OutboxRunner;
import org.wirepost.delivery.runner.RunnerSetup;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/**
 * Sends from the user's outbox as long as the desktop runs, by the same runner as the command line; while another
 * process sends, it waits for its turn. Everything here blocks, but for the first steps and the questions.
 */
final class Post {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** What was sent to everybody stays in the outbox for a while. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Places places;
    private final DeliveryService service;
    private final Background background;
    private final Events events;
    private final Ways ways;
    private final org.wirepost.delivery.runner.AccountBook accounts;
    private final Flights flights;
    private final SenderTurns turns;
    private Outbox outbox;
    private AutoCloseable watch = () -> { };
    private volatile Optional<OutboxRunner> runner = Optional.empty();

    /** Is told what happens, on any thread. */
    interface Events {

        /** The store has changed, or something that concerns all of it. */
        void changed();

        /** Returns the delivery of a mail. */
        Delivery delivery(QueuedMail mail);

        /** Something went wrong that a person should know. */
        void trouble(String sentence);

        /** A defect. */
        void defect(Throwable failure);
    }

    Post(Places places, DeliveryService service, AccountBook book, SessionLog log, Background background,
            Events events) {
        this.places = places;
        this.service = service;
        this.background = background;
        this.events = events;
        this.accounts = org.wirepost.delivery.runner.AccountBook.at(places.outboxAccounts());
        this.ways = new Ways(book, Accounts.at(places.outboxAccounts().resolve("servers.json")));
        this.flights = new Flights(log, events, this::outbox);
        this.turns = new SenderTurns(new Turn(), background, events);
    }

    private final class Turn implements SenderTurns.Work {

        @Override
        public Outbox outbox() throws OutboxException {
            return Post.this.outbox();
        }

        @Override
        public void send(Sender sender) throws OutboxException {
            Post.this.send(sender);
        }
    }

    /** Begins in the background. */
    void start() {
        turns.start();
    }

    /** Returns the store, opened if need be. */
    synchronized Outbox outbox() throws OutboxException {
        if (outbox == null) {
            outbox = Outbox.open(places.outbox(), Clock.systemUTC());
            watch = outbox.watch(this::changed, background.clock(), LOOK);
        }
        return outbox;
    }

    private void changed() {
        wake();
        events.changed();
    }

    /** Has the runner look anew. */
    void wake() {
        runner.ifPresent(OutboxRunner::wake);
    }

    /** Tells whether another process sends from the outbox. */
    boolean isElsewhere() {
        return turns.isElsewhere();
    }

    Ways ways() {
        return ways;
    }

    /** Returns what keeps the mail of an account from going, in one sentence. */
    Optional<String> blocked(String account) {
        return flights.blocked(account);
    }

    /** Returns until when a server is left in peace. */
    Optional<AccountPause> pause(String account) {
        return accounts.pause(account);
    }

    private void send(Sender sender) throws OutboxException {
        try (sender; Preparer preparer = service.preparer(PrepareSettings.DEFAULT)) {
            Outbox store = outbox();
            store.dropSent(KEPT);
            OutboxRunner now = new OutboxRunner(RunnerSetup.of(store, accounts, ways,
                    () -> service.deliverer(preparer, background), ways.forgetting(background), flights));
            runner = Optional.of(now);
            if (!turns.isClosed()) {
                now.stay(sender);
            }
        } finally {
            runner = Optional.empty();
        }
    }

    /** A person wants the mail of an account to go now, whatever was said before. */
    void retry(String account) throws IOException {
        ways.reopen(account);
        accounts.lift(account);
        if (flights.reopen(account)) {
            events.changed();
        }
        runner.ifPresent(now -> now.retry(account));
    }

    /** Accounts have changed: those that could not send may do so now. */
    void retryClosed() {
        for (String account : flights.closedAccounts()) {
            try {
                retry(account);
            } catch (IOException e) {
                events.trouble(e.getMessage());
            }
        }
    }

    /** Breaks off what is under way through an account. */
    void cancel(String account) {
        runner.ifPresent(now -> now.cancel(account));
    }

    /** Ends: what is under way gets a moment, then it is broken off; all of it stays in the outbox. */
    void close() {
        turns.close();
        runner.ifPresent(OutboxRunner::stop);
        try {
            synchronized (this) {
                watch.close();
            }
            if (runner.isPresent()) {
                turns.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            events.defect(e);
        }
    }
}
