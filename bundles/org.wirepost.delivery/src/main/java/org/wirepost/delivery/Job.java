// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

/** One element of a batch: an order, also one that is prepared already, what could not be read as one, or a pause. */
public sealed interface Job permits Order, PreparedOrder, BadOrder, Pause {

    /** Returns the name of the element in reports, such as {@code line 7}. */
    String label();
}
