// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The letters on their way and those that have ended in this run. Letters through one account go one after the other,
 * those through different accounts side by side. All methods return at once and may be called from any thread.
 */
public final class Deliveries {

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Consumer<Delivery>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong number = new AtomicLong();

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
        return delivery;
    }

    /** Returns the deliveries of this run, oldest first. */
    public List<Delivery> deliveries() {
        return new ArrayList<>(deliveries);
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
        watchers.forEach(watcher -> watcher.accept(delivery));
    }
}
