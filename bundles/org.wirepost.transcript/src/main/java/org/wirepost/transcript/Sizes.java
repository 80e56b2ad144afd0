// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.util.Locale;

/** Numbers of octets in words, in decimal units: {@code 1.2 MB}, {@code 412 kB}, {@code 310 MB/s}. */
public final class Sizes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double NANOS_PER_SECOND = 1e9;

    private Sizes() {
    }

    /**
     * Returns a number of octets with two or three significant digits.
     *
     * @param octets 0 or more
     * @return such as {@code 1 octet}, {@code 999 octets}, {@code 1.2 kB}, {@code 12 MB}
     */
    public static String of(long octets) {
        if (octets < 1000) {
            return octets + (octets == 1 ? " octet" : " octets");
        }
        return scaled(octets);
    }

    /**
     * Returns a rate.
     *
     * @param octets how many octets
     * @param nanos in how many nanoseconds, more than 0
     * @return such as {@code 310 MB/s}
     */
    public static String rate(long octets, long nanos) {
        double perSecond = octets * NANOS_PER_SECOND / nanos;
        return (perSecond < 1000 ? Math.round(perSecond) + " B" : scaled(perSecond)) + "/s";
    }

    private static String scaled(double octets) {
        double value = octets / 1000;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
