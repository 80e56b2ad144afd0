// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

/**
 * Maps a slider onto a range of numbers. A short range is mapped one to one; a long one grows by equal factors, so that
 * both 500 and 5 000 000 can be reached, in numbers of two digits and zeros.
 */
final class Steps {

    private static final int ONE_TO_ONE = 1000;
    private static final int POSITIONS = 200;

    private final int min;
    private final int max;

    Steps(int min, int max) {
        this.min = min;
        this.max = max;
    }

    private boolean isLong() {
        return (long) max - min > ONE_TO_ONE;
    }

    /** Returns the last position; the first is 0. */
    int last() {
        return isLong() ? POSITIONS : max - min;
    }

    /** Returns the number at a position. */
    int value(int position) {
        if (!isLong()) {
            return min + position;
        }
        if (position <= 0) {
            return min;
        }
        if (position >= POSITIONS) {
            return max;
        }
        long value = min + rounded(Math.round(Math.pow(2, Math.log(span()) / Math.log(2) * position / POSITIONS)));
        return (int) Math.min(max, value);
    }

    /** Returns the position nearest to a number. */
    int position(int value) {
        if (!isLong()) {
            return Math.max(0, Math.min(last(), value - min));
        }
        long distance = (long) value - min;
        return distance <= 0 ? 0 : (int) Math.round(Math.log(distance) / Math.log(span()) * POSITIONS);
    }

    private double span() {
        return (double) max - min;
    }

    /** Returns how far an arrow of the number field goes. */
    int small() {
        return isLong() ? (int) Math.min(100_000, rounded(Math.max(1, (long) (span() / 1000)))) : 1;
    }

    /** Returns how far a page goes. */
    int large() {
        return small() * 10;
    }

    private static long rounded(long value) {
        long unit = 1;
        while (value / unit >= 100) {
            unit *= 10;
        }
        return value / unit * unit;
    }
}
