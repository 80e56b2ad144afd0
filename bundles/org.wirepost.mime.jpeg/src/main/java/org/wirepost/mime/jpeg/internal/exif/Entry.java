// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

/**
 * An entry of a directory.
 *
 * @param tag what it says
 * @param type of its values, 1 to 13
 * @param count of its values
 * @param at where the entry itself stands
 * @param value where its values stand: within the entry or elsewhere
 */
public record Entry(int tag, int type, long count, int at, long value) {

    static final int SIZE = 12;
    /** A whole number of two bytes. */
    static final int SHORT = 3;
    /** A whole number of four bytes. */
    static final int LONG = 4;

    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /** Bytes of one value; 0 for a type that does not exist. */
    static int size(int type) {
        return type < SIZES.length ? SIZES[type] : 0;
    }

    /** Length of all values in bytes. */
    public long length() {
        return count * size(type);
    }

    /** Whether the values stand outside the entry. */
    boolean isOutside() {
        return length() > 4;
    }
}
