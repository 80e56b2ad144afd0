// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.ui.internal.compose.Letter;
import org.wirepost.ui.internal.compose.LetterSnapshot;

/** A letter of the composer. */
record LetterWriting(Letter letter) implements Writing {

    @Override
    public String id() {
        return letter.id();
    }

    @Override
    public Sketch sketch() {
        LetterSnapshot snapshot = letter.snapshot();
        return new Sketch() {
            @Override
            public Order order() throws OrderException {
                return snapshot.order();
            }

            @Override
            public Order sample() throws OrderException {
                return snapshot.sample();
            }
        };
    }

    @Override
    public void watch(Runnable watcher) {
        letter.watch(watcher);
    }

    @Override
    public void unwatch(Runnable watcher) {
        letter.unwatch(watcher);
    }
}
