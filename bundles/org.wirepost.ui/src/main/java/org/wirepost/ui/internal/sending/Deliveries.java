// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;

/**
 * The letters of the user's outbox, those that other processes have put there too. All methods but {@link #close}
 * return at once and may be called from any thread.
 */
@Component(service = Deliveries.class)
public final class Deliveries {

    /** How many that have ended are shown; of more, the oldest are not. */
    static final int REMEMBERED = 200;

    private static final long SECOND = 1000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Background background;
    private final AccountBook book;
    private final Consumer<Throwable> defects;
    private final Post post;
    private final Clerk clerk;
    private final Lane lane;
    private final Runnable accountsChanged;
    /** Guarded by itself: what is known, in the order in which it came, and by the id in the store. */
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, Delivery> stored = new HashMap<>();
    private final Set<String> arriving = new HashSet<>();
    private final List<Consumer<Delivery>> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> allWatchers = new CopyOnWriteArrayList<>();
    private final AtomicLong number = new AtomicLong();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean read;

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
        this.background = background;
        this.book = book;
        this.defects = defects;
        this.lane = new Lane(background, 1);
        this.post = new Post(places, service, book, log, background, new Told());
        this.clerk = new Clerk(post, service, background, this::ask, this::complain, defects);
        this.accountsChanged = () -> background.execute(post::retryClosed);
        book.watch(accountsChanged);
        post.start();
    }

    private final class Told implements Post.Events {

        @Override
        public void changed() {
            ask();
        }

        @Override
        public Delivery delivery(QueuedMail mail) {
            synchronized (deliveries) {
                awaitArrival(mail);
                return known(mail);
            }
        }

        @Override
        public void trouble(String sentence) {
            complain(sentence);
        }

        @Override
        public void defect(Throwable failure) {
            defects.accept(failure);
        }
    }

    private final class Acting implements Delivery.Hand {

        @Override
        public void changed(Delivery delivery) {
            tell(delivery);
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

    /** What this process has just put into the store may be sent before that is told here. */
    private void awaitArrival(QueuedMail mail) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!stored.containsKey(mail.id()) && arriving.contains(mail.label()) && end > System.nanoTime()) {
            try {
                deliveries.wait(SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Delivery add(Optional<Outgoing> outgoing) {
        Delivery delivery = new Delivery("delivery-" + number.incrementAndGet(), outgoing, new Acting());
        deliveries.add(delivery);
        return delivery;
    }

    private Delivery known(QueuedMail mail) {
        return stored.computeIfAbsent(mail.id(), id -> add(Optional.empty()));
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
        Delivery delivery;
        synchronized (deliveries) {
            delivery = add(Optional.of(outgoing));
            arriving.add(delivery.name());
        }
        tell(delivery);
        String name = delivery.name();
        clerk.queue(delivery, outgoing, start, mail -> arrived(delivery, name, mail));
        return delivery;
    }

    private void arrived(Delivery delivery, String name, Optional<QueuedMail> mail) {
        synchronized (deliveries) {
            mail.ifPresent(now -> stored.put(now.id(), delivery));
            mail.ifPresent(delivery::arrived);
            arriving.remove(name);
            deliveries.notifyAll();
        }
        tell(delivery);
    }

    /** Looks into the store as soon as that can be done. */
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            lane.execute(() -> {
                asked.set(false);
                try {
                    look();
                } catch (OutboxException e) {
                    complain(e.getMessage());
                } catch (RuntimeException | Error e) {
                    defects.accept(e);
                }
            });
        }
    }

    private void look() throws OutboxException {
        Map<String, Long> before = new HashMap<>();
        synchronized (deliveries) {
            stored.forEach((id, delivery) -> before.put(id, delivery.version()));
        }
        List<QueuedMail> mails = post.outbox().list();
        Set<String> there = new HashSet<>();
        mails.forEach(mail -> there.add(mail.id()));
        for (QueuedMail mail : shown(mails)) {
            take(mail, before);
        }
        before.keySet().stream().filter(id -> !there.contains(id)).forEach(this::vanished);
        read = true;
        tellAll();
    }

    /** Of those that are over only the newest. */
    private static List<QueuedMail> shown(List<QueuedMail> mails) {
        long over = mails.stream().filter(mail -> mail.state().isFinished()).count();
        List<QueuedMail> shown = new ArrayList<>();
        for (QueuedMail mail : mails) {
            if (!mail.state().isFinished() || over-- <= REMEMBERED) {
                shown.add(mail);
            }
        }
        return shown;
    }

    private void take(QueuedMail mail, Map<String, Long> before) {
        Delivery delivery;
        synchronized (deliveries) {
            if (!stored.containsKey(mail.id()) && arriving.contains(mail.label())) {
                return;
            }
            delivery = known(mail);
        }
        delivery.stored(mail, before.getOrDefault(mail.id(), 0L));
        boolean over = mail.state().isFinished();
        delivery.block(over ? Optional.empty() : post.blocked(mail.account()),
                over ? Optional.empty() : post.pause(mail.account()));
    }

    private void vanished(String id) {
        Delivery delivery;
        boolean over;
        synchronized (deliveries) {
            delivery = stored.remove(id);
            over = delivery != null && delivery.state().isOver();
            if (over) {
                deliveries.remove(delivery);
            }
        }
        if (over) {
            tell(delivery);
        } else if (delivery != null) {
            delivery.gone();
        }
    }

    /** Tells whether the store has been looked into, so that what is not known is not there. */
    public boolean isRead() {
        return read;
    }

    /** Tells whether another process sends from the outbox, so that this one does not. */
    public boolean isSentElsewhere() {
        return post.isElsewhere();
    }

    /** Returns what went wrong last with the outbox as a whole. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void complain(String sentence) {
        trouble = Optional.of(sentence);
        tellAll();
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
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
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
        } else if (delivery.state().isOver()) {
            synchronized (deliveries) {
                deliveries.remove(delivery);
            }
            tell(delivery);
        }
    }

    /** Forgets all that are over, but what was refused and is nowhere else. */
    public void removeFinished() {
        trouble = Optional.empty();
        deliveries().stream().filter(Deliveries::isDispensable).forEach(this::remove);
        tellAll();
    }

    static boolean isDispensable(Delivery delivery) {
        return delivery.state().isOver() && (delivery.report().isEmpty() || !delivery.draftId().isEmpty()
                || delivery.report().get().isComplete() || delivery.mail().isEmpty());
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
        allWatchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatchAll(Runnable watcher) {
        allWatchers.remove(watcher);
    }

    private void tell(Delivery delivery) {
        for (Consumer<Delivery> watcher : watchers) {
            try {
                watcher.accept(delivery);
            } catch (RuntimeException e) {
                // A watcher that fails must not hold up a letter.
                defects.accept(e);
            }
        }
        tick();
    }

    private void tellAll() {
        allWatchers.forEach(Runnable::run);
    }

    /** As long as something counts down, it is told every second. */
    private void tick() {
        if (deliveries().stream().anyMatch(Deliveries::counts) && ticking.compareAndSet(false, true)) {
            background.later(() -> {
                ticking.set(false);
                deliveries().stream().filter(Deliveries::counts).findFirst().ifPresentOrElse(this::tell, this::tellAll);
            }, SECOND);
        }
    }

    private static boolean counts(Delivery delivery) {
        Delivery.State state = delivery.state();
        return state == Delivery.State.WAITING || state == Delivery.State.SCHEDULED
                || state == Delivery.State.DEFERRED;
    }

    /** Ends what is under way; everything stays in the outbox. Blocks until that is written down. */
    @Deactivate
    public void close() {
        book.unwatch(accountsChanged);
        post.close();
    }
}
