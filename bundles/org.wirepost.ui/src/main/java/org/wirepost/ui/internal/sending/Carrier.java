// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.wirepost.delivery.DeliveryReport;

/** Brings a letter to its server and tells what became of it. */
@FunctionalInterface
interface Carrier {

    /**
     * Does everything from the preparation to the report, on the calling thread.
     *
     * @param delivery says how to cancel it and tells progress to it
     * @return what became of it; failures are in it, never thrown
     */
    DeliveryReport carry(Delivery delivery);

    /**
     * Says who keeps the messages that are sent from now on.
     *
     * @param keeper told of each that a server has taken
     */
    default void keepBy(Keeper keeper) {
        // Who sends nothing has nothing to keep.
    }
}
