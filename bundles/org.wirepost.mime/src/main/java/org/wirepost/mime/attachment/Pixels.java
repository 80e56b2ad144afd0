// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Objects;

/** A small picture: rows from top to bottom, each pixel {@code 0xAARRGGBB}, not premultiplied, in sRGB. */
public final class Pixels {

    private final int width;
    private final int height;
    private final int[] argb;

    /**
     * Takes over the array; the caller must not change it afterwards.
     *
     * @throws IllegalArgumentException if the array does not hold exactly width times height pixels
     */
    public Pixels(int width, int height, int[] argb) {
        Objects.requireNonNull(argb, "argb");
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(width + " x " + height + " pixels do not fit an array of "
                    + argb.length);
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** The pixel in column {@code x} and row {@code y}. */
    public int at(int x, int y) {
        return argb[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    /** All pixels, a copy. */
    public int[] argb() {
        return argb.clone();
    }
}
