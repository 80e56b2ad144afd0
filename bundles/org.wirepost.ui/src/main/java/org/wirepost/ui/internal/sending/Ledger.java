// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.outbox.QueuedMail;

/**
 * Which letters are known, in the order in which they came, and which mail of the store each of them is. Guarded by
 * itself; tells nobody.
 */
final class Ledger {

    private static final long SECOND = 1000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Delivery.Hand hand;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, Delivery> stored = new HashMap<>();
    /** The names of those that are just being put into the store; two may have the same. */
    private final List<String> arriving = new ArrayList<>();
    private long number;

    Ledger(Delivery.Hand hand) {
        this.hand = hand;
    }

    /** Enters a letter that is about to be put into the store. */
    synchronized Delivery begin(Outgoing outgoing) {
        Delivery delivery = add(Optional.of(outgoing));
        arriving.add(delivery.name());
        return delivery;
    }

    private Delivery add(Optional<Outgoing> outgoing) {
        Delivery delivery = new Delivery("delivery-" + ++number, outgoing, hand);
        deliveries.add(delivery);
        return delivery;
    }

    /** Notes as which mail a letter has got into the store, or that it has not. */
    synchronized void arrived(Delivery delivery, Optional<QueuedMail> mail) {
        mail.ifPresent(now -> stored.put(now.id(), delivery));
        mail.ifPresent(delivery.course()::arrived);
        arriving.remove(delivery.name());
        notifyAll();
    }

    /** Returns the letter of a mail; waits a moment for one that this process is just putting into the store. */
    synchronized Delivery await(QueuedMail mail) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (isArriving(mail) && end > System.nanoTime()) {
            try {
                wait(SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return known(mail);
    }

    /** Returns the letter of a mail; empty while it may be one that this process is just putting into the store. */
    synchronized Optional<Delivery> find(QueuedMail mail) {
        return isArriving(mail) ? Optional.empty() : Optional.of(known(mail));
    }

    private boolean isArriving(QueuedMail mail) {
        return !stored.containsKey(mail.id()) && arriving.contains(mail.label());
    }

    private Delivery known(QueuedMail mail) {
        return stored.computeIfAbsent(mail.id(), id -> add(Optional.empty()));
    }

    /** Returns how often each letter of the store has changed, by the id of its mail. */
    synchronized Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        stored.forEach((id, delivery) -> versions.put(id, delivery.course().version()));
        return versions;
    }

    /** Notes that a mail is not in the store any more; returns its letter, if there is one. */
    synchronized Optional<Delivery> vanished(String id) {
        return Optional.ofNullable(stored.remove(id));
    }

    /** Forgets a letter that is over; tells whether it was. */
    synchronized boolean forget(Delivery delivery) {
        boolean over = delivery.state().isOver();
        if (over) {
            deliveries.remove(delivery);
        }
        return over;
    }

    /** Returns all letters, oldest first. */
    synchronized List<Delivery> all() {
        return List.copyOf(deliveries);
    }
}
