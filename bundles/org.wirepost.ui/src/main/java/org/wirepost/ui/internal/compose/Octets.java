// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Locale;

/** Writes sizes for people, in the units that mail programs and servers use: 1 kB is 1000 octets. */
final class Octets {

    private static final long KILO = 1000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private Octets() {
    }

    static String text(long octets) {
        if (octets < KILO) {
            return octets + " B";
        }
        if (octets < MEGA - KILO / 2) {
            return (octets + KILO / 2) / KILO + " kB";
        }
        return octets < GIGA ? decimal(octets, MEGA) + " MB" : decimal(octets, GIGA) + " GB";
    }

    /** One digit behind the point, unless it is a zero. */
    private static String decimal(long octets, long unit) {
        long tenths = (octets * 10 + unit / 2) / unit;
        return tenths % 10 == 0 ? Long.toString(tenths / 10)
                : String.format(Locale.getDefault(), "%.1f", tenths / 10.0);
    }
}
