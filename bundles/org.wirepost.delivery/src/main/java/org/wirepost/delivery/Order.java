// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

/**
 * One message to deliver.
 *
 * @param draft what is to be sent
 * @param envelope what the server is told about sender and recipients
 * @param label names the order in reports, such as {@code line 7}; may be empty
 */
public record Order(Draft draft, EnvelopeOptions envelope, String label) implements Job {

    /** Refuses null. */
    public Order {
        requireNonNull(draft, "draft");
        requireNonNull(envelope, "envelope");
        requireNonNull(label, "label");
    }

    /**
     * An order whose envelope follows from the headers.
     *
     * @param draft what is to be sent
     */
    public Order(Draft draft) {
        this(draft, EnvelopeOptions.DEFAULT, "");
    }
}
