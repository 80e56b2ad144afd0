// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Order;

/** Sends small messages over one connection, several times in a row: {@code PORT CA|- MESSAGES ROUNDS SECONDS}. */
public final class WirepostBatch {

    private WirepostBatch() {
    }

    /** Sends. */
    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[2]);
        try (WirepostClient client = new WirepostClient(args[0], args[1])) {
            Rounds.run(Integer.parseInt(args[3]), Integer.parseInt(args[4]), () -> send(client, messages));
        }
    }

    private static void send(WirepostClient client, int messages) {
        Counting events = new Counting();
        AtomicLong complete = new AtomicLong();
        AtomicLong octets = new AtomicLong();
        Iterator<Order> orders = orders(messages);
        client.deliverer().deliverAll(orders, client.login(), DeliverySettings.DEFAULT, () -> events, report -> {
            if (!report.isComplete()) {
                throw new IllegalStateException("Not sent: " + report);
            }
            complete.incrementAndGet();
            octets.addAndGet(report.size());
        });
        if (complete.get() != messages) {
            throw new IllegalStateException("Of " + messages + " messages " + complete + " were reported");
        }
        events.require(messages, octets.get());
    }

    private static Iterator<Order> orders(int messages) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < messages;
            }

            @Override
            public Order next() {
                return WirepostClient.order(next++);
            }
        };
    }
}
