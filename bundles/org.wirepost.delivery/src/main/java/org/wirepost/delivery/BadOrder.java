// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

/**
 * An element of a batch that could not be read as an order, such as a line with a bad address. It is reported in its
 * turn, and the batch goes on.
 *
 * @param label names the element in reports
 * @param failure what is wrong with it
 */
public record BadOrder(String label, DeliveryFailure failure) implements Job {

    /** Refuses null. */
    public BadOrder {
        requireNonNull(label, "label");
        requireNonNull(failure, "failure");
    }
}
