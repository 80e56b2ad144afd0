// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

/**
 * How the stored picture has to be turned to stand upright (EXIF 3.0, tag 0x0112).
 *
 * @param value 1 to 8
 */
public record Orientation(int value) {

    /** Upright as stored. */
    public static final Orientation UPRIGHT = new Orientation(1);

    /** The orientation of a value found in a file; upright for values that do not exist. */
    public static Orientation of(int value) {
        return isValid(value) ? new Orientation(value) : UPRIGHT;
    }

    /** Whether a value is one of the eight. */
    public static boolean isValid(int value) {
        return value >= 1 && value <= 8;
    }

    /** Whether width and height change places. */
    public boolean swaps() {
        return value >= 5;
    }

    /** What a viewer has to do. */
    public String words() {
        return switch (value) {
            case 2 -> "mirrored left to right";
            case 3 -> "upside down";
            case 4 -> "mirrored top to bottom";
            case 5 -> "mirrored and on its side";
            case 6 -> "on its left side, to be turned clockwise";
            case 7 -> "mirrored and on its other side";
            case 8 -> "on its right side, to be turned counter-clockwise";
            default -> "upright";
        };
    }

    /** The column, in the upright picture, of a stored pixel. */
    public int column(int x, int y, int width, int height) {
        return switch (value) {
            case 2, 3 -> width - 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> height - 1 - y;
            default -> x;
        };
    }

    /** The row, in the upright picture, of a stored pixel. */
    public int row(int x, int y, int width, int height) {
        return switch (value) {
            case 3, 4 -> height - 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> width - 1 - x;
            default -> y;
        };
    }
}
