// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

/** One element of a batch: an order, what could not be read as one, or a pause between them. */
public sealed interface Job permits Order, BadOrder, Pause {

    /** Returns the name of the element in reports, such as {@code line 7}. */
    String label();
}
