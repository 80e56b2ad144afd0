// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

/**
 * Makes orders ready for delivery: files are inspected and prepared by their handlers, the message is built, and
 * everything that is wrong is found before a connection is opened.
 *
 * <p>May be used by several threads at once. A file that stands in many orders with the same options is inspected once,
 * as long as its length and its time of change stay the same.
 */
public final class Preparer implements AutoCloseable {

    /**
     * Prepares an order.
     *
     * @param order what to deliver
     * @return the order, ready; the caller closes it when it has been delivered
     * @throws OrderException when it cannot be delivered as it is
     */
    public PreparedOrder prepare(Order order) throws OrderException {
        throw new UnsupportedOperationException();
    }

    /** Gives up what was kept for further orders. Orders already prepared stay valid until they are closed. */
    @Override
    public void close() {
    }
}
