// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

/**
 * Width and height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record Size(int width, int height) {

    long pixels() {
        return (long) width * height;
    }

    int edge() {
        return Math.max(width, height);
    }

    Size swapped() {
        return new Size(height, width);
    }

    /** The largest size of the same shape, not larger than this, whose longer edge is at most so long. */
    Size within(int edge) {
        return edge >= edge() ? this : scaled((double) edge / edge());
    }

    /** The largest size of the same shape, not larger than this, with at most so many pixels. */
    Size withPixels(long most) {
        if (most >= pixels()) {
            return this;
        }
        double factor = Math.sqrt((double) most / pixels());
        int newHeight = Math.max(1, (int) (height * factor));
        int newWidth = (int) Math.min(Math.max(1, (int) (width * factor)), Math.max(1, most / newHeight));
        return new Size(newWidth, (int) Math.max(1, Math.min(newHeight, most / newWidth)));
    }

    /** A size of the same shape. */
    Size scaled(double factor) {
        return new Size(Math.max(1, (int) Math.round(width * factor)), Math.max(1, (int) Math.round(height * factor)));
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }
}
