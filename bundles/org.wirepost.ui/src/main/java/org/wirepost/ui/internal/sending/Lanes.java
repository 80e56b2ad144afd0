// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One lane for each account: what is in the same lane goes one after the other. */
final class Lanes {

    private final Executor executor;
    private final Consumer<Delivery> drive;
    /** Guarded by itself; a lane that is here is being driven. */
    private final Map<String, Deque<Delivery>> lanes = new HashMap<>();

    Lanes(Executor executor, Consumer<Delivery> drive) {
        this.executor = executor;
        this.drive = drive;
    }

    /** Lets a delivery line up in its lane. */
    void add(Delivery delivery) {
        String name = delivery.outgoing().account().toLowerCase(Locale.ROOT);
        synchronized (lanes) {
            Deque<Delivery> lane = lanes.get(name);
            if (lane != null) {
                lane.add(delivery);
                return;
            }
            lanes.put(name, new ArrayDeque<>());
        }
        executor.execute(() -> run(name, delivery));
    }

    private void run(String name, Delivery first) {
        Delivery next = first;
        while (next != null) {
            try {
                drive.accept(next);
            } finally {
                next = next(name);
            }
        }
    }

    private Delivery next(String name) {
        synchronized (lanes) {
            Delivery next = lanes.get(name).poll();
            if (next == null) {
                lanes.remove(name);
            }
            return next;
        }
    }
}
