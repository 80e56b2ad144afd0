// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Sizes and times as people of the user's country write them. */
public final class Figures {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;
    private static final double FEW = 9.95;
    private static final double ROUNDED_UP = 999.5;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int LONG_MINUTES = 90;

    private Figures() {
    }

    /** Returns a number of octets with two or three significant digits. */
    public static String size(long octets) {
        double value = octets;
        int unit = 0;
        while (value >= ROUNDED_UP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
        int digits = unit > 0 && value < FEW ? 1 : 0;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value) + " " + UNITS[unit];
    }

    /** Returns a time, rounded up to whole seconds, minutes, or hours and minutes. */
    public static String time(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds <= LONG_MINUTES) {
            return Messages.bind(Messages.seconds, seconds);
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        return seconds < HOUR ? Messages.bind(Messages.minutes, minutes)
                : Messages.bind(Messages.hours, minutes / MINUTE, minutes % MINUTE);
    }
}
