// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirepost.account.Accounts;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.delivery.runner.OutboxRunner;
import org.wirepost.delivery.runner.RunnerListener;
import org.wirepost.delivery.runner.RunnerSetup;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/**
 * Sends from the user's outbox as long as the desktop runs, by the same runner as the command line; while another
 * process sends, it waits for its turn. Everything here blocks, but for the first steps and the questions.
 */
final class Post implements RunnerListener {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long TURN_MILLIS = 1000;
    private static final long TROUBLE_MILLIS = 5000;
    private static final long SECONDS_TO_END = 6;

    /** What was sent to everybody stays in the outbox for a while. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Places places;
    private final DeliveryService service;
    private final SessionLog log;
    private final Background background;
    private final Events events;
    private final Ways ways;
    private final org.wirepost.delivery.runner.AccountBook accounts;
    private final Map<String, List<Delivery>> flights = new ConcurrentHashMap<>();
    private final Map<String, String> closedAccounts = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Outbox outbox;
    private AutoCloseable watch = () -> { };
    private volatile Optional<OutboxRunner> runner = Optional.empty();
    private volatile boolean elsewhere;
    private volatile boolean closed;

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
        this.log = log;
        this.background = background;
        this.events = events;
        this.accounts = org.wirepost.delivery.runner.AccountBook.at(places.outboxAccounts());
        this.ways = new Ways(book, Accounts.at(places.outboxAccounts().resolve("servers.json")));
    }

    /** Begins in the background. */
    void start() {
        background.execute(this::turn);
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
        return elsewhere;
    }

    Ways ways() {
        return ways;
    }

    /** Returns what keeps the mail of an account from going, in one sentence. */
    Optional<String> blocked(String account) {
        return Optional.ofNullable(closedAccounts.get(account));
    }

    /** Returns until when a server is left in peace. */
    Optional<AccountPause> pause(String account) {
        return accounts.pause(account);
    }

    private void turn() {
        if (closed) {
            ended.countDown();
            return;
        }
        try {
            outbox();
            events.changed();
            Optional<Sender> sender = outbox.acquire();
            boolean other = sender.isEmpty();
            if (other != elsewhere) {
                elsewhere = other;
                events.changed();
            }
            if (sender.isPresent()) {
                send(sender.get());
            }
            again(TURN_MILLIS);
        } catch (OutboxException e) {
            events.trouble(e.getMessage());
            again(TROUBLE_MILLIS);
        } catch (RuntimeException | Error e) {
            events.defect(e);
            again(TROUBLE_MILLIS);
        }
    }

    private void again(long millis) {
        if (closed) {
            ended.countDown();
        } else {
            background.later(this::turn, millis);
        }
    }

    private void send(Sender sender) throws OutboxException {
        try (sender; Preparer preparer = service.preparer(PrepareSettings.DEFAULT)) {
            outbox.dropSent(KEPT);
            OutboxRunner now = new OutboxRunner(RunnerSetup.of(outbox, accounts, ways,
                    () -> service.deliverer(preparer, background), ways.forgetting(background), this));
            runner = Optional.of(now);
            if (!closed) {
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
        if (closedAccounts.remove(account) != null) {
            events.changed();
        }
        runner.ifPresent(now -> now.retry(account));
    }

    /** Accounts have changed: those that could not send may do so now. */
    void retryClosed() {
        for (String account : closedAccounts.keySet()) {
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

    private List<Delivery> flight(String account) {
        return flights.computeIfAbsent(account, each -> new CopyOnWriteArrayList<>());
    }

    @Override
    public void began(QueuedMail mail) {
        closedAccounts.remove(mail.account());
        Delivery delivery = events.delivery(mail);
        flight(mail.account()).add(delivery);
        delivery.began(mail);
    }

    @Override
    public DialogueListener session(String account) {
        List<Delivery> flight = flight(account);
        String label = flight.isEmpty() ? account : flight.get(0).label();
        return new Tracker(log.begin(label), flight);
    }

    @Override
    public void attempted(QueuedMail mail, DeliveryReport report) {
        Delivery delivery = events.delivery(mail);
        flight(mail.account()).remove(delivery);
        QueuedMail now = mail;
        if (delivery.isCancelled() && !mail.state().isFinished()) {
            try {
                now = outbox.hold(mail.id(), Messages.stopped);
            } catch (OutboxException e) {
                events.trouble(e.getMessage());
            }
        }
        delivery.setCancelled(false);
        delivery.attempted(now, report);
        events.changed();
    }

    @Override
    public void closed(String account, String words) {
        closedAccounts.put(account, words);
        events.changed();
    }

    @Override
    public void held(String account, String words) {
        events.changed();
    }

    @Override
    public void reopened(String account) {
        events.changed();
    }

    @Override
    public void noted(String sentence) {
        events.trouble(sentence);
    }

    /** Ends: what is under way gets a moment, then it is broken off; all of it stays in the outbox. */
    void close() {
        closed = true;
        runner.ifPresent(OutboxRunner::stop);
        try {
            synchronized (this) {
                watch.close();
            }
            if (runner.isPresent()) {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            events.defect(e);
        }
    }
}
