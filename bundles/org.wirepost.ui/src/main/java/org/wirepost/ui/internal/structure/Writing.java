// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import org.wirepost.delivery.Order;

/** A letter as far as it is needed for a plan. User interface thread only. */
interface Writing {

    /** Returns the name that tells it from others. */
    String id();

    /**
     * Returns what would be delivered now.
     *
     * @throws Exception when what is written makes no letter; the message is one sentence
     */
    Order order() throws Exception;

    /** Returns what is known of the server it goes to. */
    PlanTask.KnownServer server();

    /** Has someone told of every change. */
    void watch(Runnable watcher);

    /** Has someone told no more. */
    void unwatch(Runnable watcher);
}
