// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/**
 * The letters on their way and those that have ended in this run. Letters through one account go one after the other,
 * those through different accounts side by side. All methods return at once and may be called from any thread.
 */
@Component(service = Deliveries.class)
public final class Deliveries {

    /** How many that have ended are remembered; of more, the oldest are forgotten. */
    static final int REMEMBERED = 200;

    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);

    private final Background background;
    private final Carrier carrier;
    private final Consumer<Throwable> defects;
    private final Lanes lanes;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Consumer<Delivery>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong number = new AtomicLong();

    /**
     * Made by the framework.
     *
     * @param service prepares and delivers
     * @param book knows the accounts
     * @param log records the sessions
     * @param background waits and works
     * @param crashes told of defects
     */
    @Activate
    public Deliveries(@Reference DeliveryService service, @Reference AccountBook book, @Reference SessionLog log,
            @Reference Background background, @Reference CrashReports crashes) {
        this(background, courier(service, book, log, background, crashes::report), crashes::report);
    }

    /**
     * Makes an empty outbox without a framework.
     *
     * @param service prepares and delivers
     * @param book knows the accounts
     * @param log records the sessions
     * @param background waits and works
     * @param defects told of defects
     * @return the outbox
     */
    public static Deliveries of(DeliveryService service, AccountBook book, SessionLog log, Background background,
            Consumer<Throwable> defects) {
        return new Deliveries(background, courier(service, book, log, background, defects), defects);
    }

    private static Courier courier(DeliveryService service, AccountBook book, SessionLog log, Background background,
            Consumer<Throwable> defects) {
        return new Courier(service, name -> open(book, name), log, background, defects);
    }

    Deliveries(Background background, Carrier carrier, Consumer<Throwable> defects) {
        this.background = background;
        this.carrier = carrier;
        this.defects = defects;
        this.lanes = new Lanes(background, this::drive);
    }

    private static AccountSession open(AccountBook book, String name) throws AccountException, SecretException {
        return book.open(book.find(name)
                .orElseThrow(() -> new AccountException(Messages.bind(Messages.noAccount, name))));
    }

    /**
     * Sends a letter.
     *
     * @param outgoing the letter
     * @param undoSeconds how long to wait for {@link Delivery#undo()}; 0 for not at all
     * @return its delivery
     */
    public Delivery submit(Outgoing outgoing, int undoSeconds) {
        Delivery delivery = new Delivery("delivery-" + number.incrementAndGet(), outgoing, undoSeconds, this::tell);
        deliveries.add(delivery);
        tell(delivery);
        if (undoSeconds > 0) {
            background.later(() -> tick(delivery), SECOND);
        } else {
            line(delivery);
        }
        return delivery;
    }

    /**
     * Sends a letter again to those who certainly have not got it and may get it now.
     *
     * @param delivery one that is over
     * @return the new delivery; empty when there is nobody, or when that was done already
     */
    public Optional<Delivery> retry(Delivery delivery) {
        return follow(delivery, ResultGroup.Kind.DEFERRED, Retry.deferred(delivery));
    }

    /**
     * Sends a letter again to those of whom nobody knows whether they have got it; only if a person says so.
     *
     * @param delivery one that is over
     * @return the new delivery; empty when there is nobody, or when that was done already
     */
    public Optional<Delivery> sendAnyway(Delivery delivery) {
        return follow(delivery, ResultGroup.Kind.UNKNOWN, Retry.unknown(delivery));
    }

    private Optional<Delivery> follow(Delivery delivery, ResultGroup.Kind kind, Optional<Outgoing> letter) {
        if (letter.isEmpty() || !delivery.claim(kind)) {
            return Optional.empty();
        }
        Delivery successor = submit(letter.get(), 0);
        delivery.follow(kind, successor);
        tell(delivery);
        return Optional.of(successor);
    }

    private void tick(Delivery delivery) {
        if (delivery.state() != Delivery.State.WAITING) {
            return;
        }
        if (delivery.millisLeft() <= 0) {
            line(delivery);
        } else {
            tell(delivery);
            background.later(() -> tick(delivery), Math.min(SECOND, delivery.millisLeft()));
        }
    }

    private void line(Delivery delivery) {
        if (delivery.advance(Delivery.State.WAITING, Delivery.State.QUEUED)) {
            lanes.add(delivery);
        }
    }

    private void drive(Delivery delivery) {
        if (delivery.advance(Delivery.State.QUEUED, Delivery.State.PREPARING)) {
            delivery.finish(carrier.carry(delivery));
            forgetOldest();
        }
    }

    private void forgetOldest() {
        List<Delivery> ended = deliveries.stream().filter(delivery -> delivery.state().isOver()).toList();
        ended.subList(0, Math.max(0, ended.size() - REMEMBERED)).forEach(this::remove);
    }

    /**
     * Says who keeps the messages of letters that servers take.
     *
     * @param keeper asked before the end of each such delivery is told
     */
    public void keepBy(Keeper keeper) {
        carrier.keepBy(keeper);
    }

    /** Returns the deliveries of this run, oldest first, but those that were removed. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Returns those that are not over. */
    public List<Delivery> active() {
        return deliveries.stream().filter(delivery -> !delivery.state().isOver()).toList();
    }

    /**
     * Forgets a delivery that is over; one that is not stays.
     *
     * @param delivery the delivery
     */
    public void remove(Delivery delivery) {
        if (delivery.state().isOver() && deliveries.remove(delivery)) {
            tell(delivery);
        }
    }

    /** Forgets all that are over. */
    public void removeFinished() {
        deliveries().forEach(this::remove);
    }

    /**
     * Has someone told of every change.
     *
     * @param watcher told which delivery has changed, come or gone, on whatever thread; must be quick
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

    private void tell(Delivery delivery) {
        for (Consumer<Delivery> watcher : watchers) {
            try {
                watcher.accept(delivery);
            } catch (RuntimeException e) {
                // A watcher that fails must not hold up a letter.
                defects.accept(e);
            }
        }
    }

    /** Undoes what has not begun and cancels the rest; the drafts are still there. */
    @Deactivate
    public void cancelAll() {
        active().forEach(Delivery::cancel);
    }
}
