// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;

/** A letter as far as it is needed for a plan. User interface thread only, but for the {@link Sketch}. */
interface Writing {

    /** A letter at one moment; may be used on any thread. */
    interface Sketch {

        /**
         * Returns what would be delivered.
         *
         * @throws OrderException when something is wrong or missing
         */
        Order order() throws OrderException;

        /**
         * Returns an order where what is wrong or missing is left out or stood in for, to be looked at only.
         *
         * @throws OrderException when even that cannot be made
         */
        Order sample() throws OrderException;
    }

    /** Returns the name that tells it from others. */
    String id();

    /** Returns the letter as it is now. */
    Sketch sketch();

    /** Has someone told of every change. */
    void watch(Runnable watcher);

    /** Has someone told no more. */
    void unwatch(Runnable watcher);
}
