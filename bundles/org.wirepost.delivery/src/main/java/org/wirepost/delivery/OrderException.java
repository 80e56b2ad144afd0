// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

/** An order that cannot be delivered as it is, found before anything was sent. */
public final class OrderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryFailure failure;

    /**
     * Makes an exception.
     *
     * @param failure what is wrong
     * @param cause what led to it, or null
     */
    public OrderException(DeliveryFailure failure, Throwable cause) {
        super(requireNonNull(failure, "failure").sentence(), cause);
        this.failure = failure;
    }

    /** Returns what is wrong. */
    public DeliveryFailure failure() {
        return failure;
    }
}
