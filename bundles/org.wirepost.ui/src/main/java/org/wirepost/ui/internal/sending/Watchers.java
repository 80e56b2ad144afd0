// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to be told what becomes of the letters; one that fails keeps nobody else from being told. */
final class Watchers {

    private final Consumer<Throwable> defects;
    private final List<Consumer<Delivery>> each = new CopyOnWriteArrayList<>();
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    Watchers(Consumer<Throwable> defects) {
        this.defects = defects;
    }

    void add(Consumer<Delivery> watcher) {
        each.add(watcher);
    }

    void remove(Consumer<Delivery> watcher) {
        each.remove(watcher);
    }

    void addForAll(Runnable watcher) {
        all.add(watcher);
    }

    void removeForAll(Runnable watcher) {
        all.remove(watcher);
    }

    /** A letter has changed, come or gone. */
    void tell(Delivery delivery) {
        for (Consumer<Delivery> watcher : each) {
            try {
                watcher.accept(delivery);
            } catch (RuntimeException e) {
                // A watcher that fails must not hold up a letter.
                defects.accept(e);
            }
        }
    }

    /** Something has changed that concerns no single letter. */
    void tellAll() {
        all.forEach(Runnable::run);
    }
}
