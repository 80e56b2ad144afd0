// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Something a running bundle offers to the user.
 *
 * @param title what it is, in a few words
 * @param details more about it, a line each
 * @param handler the number of a handler; empty if it is none
 * @param setAside why a handler is not asked any more
 */
record Offer(String title, List<String> details, Optional<Long> handler, Optional<String> setAside) {

    Offer {
        details = List.copyOf(details);
    }

    static Offer of(String title) {
        return new Offer(title, List.of(), Optional.empty(), Optional.empty());
    }
}
