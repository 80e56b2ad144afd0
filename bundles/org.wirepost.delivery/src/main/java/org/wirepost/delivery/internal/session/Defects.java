// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import org.wirepost.delivery.DeliveryFailure;

/** Words for bugs. */
final class Defects {

    private Defects() {
    }

    /** A failure for what should never have been thrown. */
    static DeliveryFailure.Defect of(Throwable thrown) {
        return new DeliveryFailure.Defect("A defect of the program or of a plug-in stopped this message ("
                + thrown.getClass().getSimpleName() + "); please report it.", thrown);
    }
}
