// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static java.util.Objects.requireNonNull;

import org.wirepost.delivery.Order;

/**
 * A letter that is to be sent.
 *
 * @param draftId id of the draft it comes from; empty when there is none
 * @param label what people call it: its subject
 * @param order what is sent
 * @param account name of the account it goes through
 */
public record Outgoing(String draftId, String label, Order order, String account) {

    /** Refuses null. */
    public Outgoing {
        requireNonNull(draftId, "draftId");
        requireNonNull(label, "label");
        requireNonNull(order, "order");
        requireNonNull(account, "account");
    }
}
