// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/**
 * The letters of the user's outbox, those that other processes have put there too. All methods but {@link #close}
 * return at once and may be called from any thread.
 */
@Component(service = Deliveries.class)
public final class Deliveries {

    private final AccountBook book;
    private final Watchers watchers;
    private final Ledger ledger = new Ledger(new Acting());
    private final Post post;
    private final Mirror mirror;
    private final Clerk clerk;
    private final Runnable accountsChanged;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Made by the framework.
     *
     * @param service prepares and delivers
     * @param book knows the accounts
     * @param log records the sessions
     * @param background waits and works
     * @param crashes told of defects
     * @throws AccountException when there is no home folder
     */
    @Activate
    public Deliveries(@Reference DeliveryService service, @Reference AccountBook book, @Reference SessionLog log,
            @Reference Background background, @Reference CrashReports crashes) throws AccountException {
        this(Places.system(), service, book, log, background, crashes::report);
    }

    /**
     * Opens the outbox of given places.
     *
     * @param places where it is
     * @param service prepares and delivers
     * @param book knows the accounts
     * @param log records the sessions
     * @param background waits and works
     * @param defects told of defects
     */
    public Deliveries(Places places, DeliveryService service, AccountBook book, SessionLog log, Background background,
            Consumer<Throwable> defects) {
        this.book = book;
        this.watchers = new Watchers(defects);
        Countdown countdown = new Countdown(ledger, watchers, background);
        watchers.add(changed -> countdown.wind());
        Told told = new Told(defects);
        this.post = new Post(places, service, book, log, background, told);
        this.mirror = new Mirror(ledger, post, watchers, told, background);
        this.clerk = new Clerk(post, service, background, told);
        this.accountsChanged = () -> background.execute(post::retryClosed);
        book.watch(accountsChanged);
        post.start();
    }

    private final class Told implements Post.Events {

        private final Consumer<Throwable> defects;

        Told(Consumer<Throwable> defects) {
            this.defects = defects;
        }

        @Override
        public void changed() {
            mirror.ask();
        }

        @Override
        public Delivery delivery(QueuedMail mail) {
            return ledger.await(mail);
        }

        @Override
        public void trouble(String sentence) {
            trouble = Optional.of(sentence);
            watchers.tellAll();
        }

        @Override
        public void defect(Throwable failure) {
            defects.accept(failure);
        }
    }

    private final class Acting implements Delivery.Hand {

        @Override
        public void changed(Delivery delivery) {
            watchers.tell(delivery);
        }

        @Override
        public void takeBack(Delivery delivery) {
            clerk.takeBack(delivery);
        }

        @Override
        public void stop(Delivery delivery) {
            clerk.stop(delivery);
        }
    }

    /**
     * Sends a letter: it is prepared and written into the outbox, and goes from there.
     *
     * @param outgoing the letter
     * @param undoSeconds how long to wait for {@link Delivery#undo()}; 0 for not at all
     * @return its delivery
     */
    public Delivery submit(Outgoing outgoing, int undoSeconds) {
        return submit(outgoing, () -> undoSeconds == 0 ? Optional.empty()
                : Optional.of(Instant.now().plusSeconds(undoSeconds)));
    }

    /**
     * Sends a letter at a time.
     *
     * @param outgoing the letter
     * @param time it is not sent before that
     * @return its delivery
     */
    public Delivery schedule(Outgoing outgoing, Instant time) {
        return submit(outgoing, () -> Optional.of(time));
    }

    private Delivery submit(Outgoing outgoing, Clerk.Start start) {
        Delivery delivery = ledger.begin(outgoing);
        watchers.tell(delivery);
        clerk.queue(delivery, outgoing, start, mail -> {
            ledger.arrived(delivery, mail);
            watchers.tell(delivery);
        });
        return delivery;
    }

    /** Tells whether the store has been looked into, so that what is not known is not there. */
    public boolean isRead() {
        return mirror.isRead();
    }

    /** Tells whether another process sends from the outbox, so that this one does not. */
    public boolean isSentElsewhere() {
        return post.isElsewhere();
    }

    /** Returns what went wrong last with the outbox as a whole. */
    public Optional<String> trouble() {
        return trouble;
    }

    /**
     * Lets a letter go at once that waits, is deferred or held.
     *
     * @param delivery the delivery
     */
    public void sendNow(Delivery delivery) {
        clerk.sendNow(delivery);
    }

    /** Returns what a person can decide. */
    Clerk clerk() {
        return clerk;
    }

    /** Returns the deliveries of the outbox, oldest first, but those that were removed. */
    public List<Delivery> deliveries() {
        return ledger.all();
    }

    /** Returns those that are on their way now or in a moment. */
    public List<Delivery> active() {
        return deliveries().stream().filter(delivery -> delivery.state().isUnderWay()).toList();
    }

    /** Returns those that are not over. */
    public List<Delivery> open() {
        return deliveries().stream().filter(delivery -> !delivery.state().isOver()).toList();
    }

    /**
     * Forgets a delivery that is over, also in the store; one that is not stays.
     *
     * @param delivery the delivery
     */
    public void remove(Delivery delivery) {
        if (delivery.state() == Delivery.State.DONE && delivery.mail().isPresent()) {
            clerk.drop(delivery);
        } else if (ledger.forget(delivery)) {
            watchers.tell(delivery);
        }
    }

    /** Forgets all that are over, but what was refused and is nowhere else. */
    public void removeFinished() {
        trouble = Optional.empty();
        deliveries().stream().filter(Delivery::isDispensable).forEach(this::remove);
        watchers.tellAll();
    }

    /**
     * Has someone told of every change.
     *
     * @param watcher told which delivery has changed, come or gone; on whatever thread; must be quick
     */
    public void watch(Consumer<Delivery> watcher) {
        watchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatch(Consumer<Delivery> watcher) {
        watchers.remove(watcher);
    }

    /**
     * Has someone told when something has changed that concerns no single delivery.
     *
     * @param watcher told on whatever thread; must be quick
     */
    public void watchAll(Runnable watcher) {
        watchers.addForAll(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatchAll(Runnable watcher) {
        watchers.removeForAll(watcher);
    }

    /** Ends what is under way; everything stays in the outbox. Blocks until that is written down. */
    @Deactivate
    public void close() {
        book.unwatch(accountsChanged);
        post.close();
    }
}
