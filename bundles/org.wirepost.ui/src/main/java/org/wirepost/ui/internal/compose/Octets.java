// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Locale;

/** Writes sizes for people, in the units that mail programs and servers use: 1 kB is 1000 octets. */
final class Octets {

    private static final long KILO = 1000;
    private static final long MEGA = 1_000_000;

    private Octets() {
    }

    static String text(long octets) {
        if (octets < KILO) {
            return octets + " B";
        }
        return octets < MEGA ? (octets + KILO / 2) / KILO + " kB"
                : String.format(Locale.getDefault(), "%.1f MB", octets / (double) MEGA);
    }
}
