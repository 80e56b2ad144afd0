// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import org.wirepost.mime.MimePlan;

/** Keeps the message of a letter that a server has taken. */
@FunctionalInterface
public interface Keeper {

    /** Keeps nothing. */
    Keeper NONE = (delivery, sent) -> { };

    /**
     * Called when a server has taken a letter for somebody, on the thread of its delivery, before its end is told.
     *
     * @param delivery the delivery
     * @param sent the very octets that were sent, which can be written once more until this returns
     * @throws IOException when it cannot be kept; the letter is sent all the same
     */
    void keep(Delivery delivery, MimePlan sent) throws IOException;
}
