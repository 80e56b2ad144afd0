// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static java.util.Objects.requireNonNull;

import org.wirepost.delivery.Order;
import org.wirepost.delivery.PrepareSettings;

/**
 * A letter that is to be sent.
 *
 * @param draftId id of the draft it comes from; empty when there is none
 * @param label what people call it: its subject
 * @param order what is sent
 * @param account name of the account it goes through
 * @param allowBroken whether a file goes out although its handler finds it broken; it is refused otherwise
 */
public record Outgoing(String draftId, String label, Order order, String account, boolean allowBroken) {

    /** Refuses null. */
    public Outgoing {
        requireNonNull(draftId, "draftId");
        requireNonNull(label, "label");
        requireNonNull(order, "order");
        requireNonNull(account, "account");
    }

    /** Returns how it is prepared for sending. */
    public PrepareSettings prepareSettings() {
        return new PrepareSettings(PrepareSettings.DEFAULT.plan(), allowBroken);
    }
}
