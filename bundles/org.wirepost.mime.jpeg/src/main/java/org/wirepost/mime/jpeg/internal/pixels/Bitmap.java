// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import org.wirepost.mime.jpeg.internal.parse.Orientation;

/** Pixels in memory: one or three bytes each, rows from top to bottom. */
final class Bitmap {

    private final int width;
    private final int height;
    private final int bands;
    private final byte[] data;

    Bitmap(int width, int height, int bands) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int bands() {
        return bands;
    }

    /** The bytes themselves. */
    byte[] data() {
        return data;
    }

    /** Takes a row of a picture that is stored with an orientation, of the stored size. */
    void setRow(byte[] row, int y, Orientation orientation, int storedWidth, int storedHeight) {
        if (orientation.equals(Orientation.UPRIGHT)) {
            System.arraycopy(row, 0, data, y * width * bands, width * bands);
            return;
        }
        for (int x = 0; x < storedWidth; x++) {
            int to = (orientation.row(x, y, storedWidth, storedHeight) * width
                    + orientation.column(x, y, storedWidth, storedHeight)) * bands;
            for (int band = 0; band < bands; band++) {
                data[to + band] = row[x * bands + band];
            }
        }
    }

    /** The same picture in another size. */
    Bitmap scaled(int newWidth, int newHeight) {
        Bitmap result = new Bitmap(newWidth, newHeight, bands);
        Resampler resampler = new Resampler(width, height, newWidth, newHeight, bands,
                (y, row) -> System.arraycopy(row, 0, result.data, y * newWidth * bands, newWidth * bands));
        for (int y = 0; y < height; y++) {
            resampler.line(data, y * width * bands);
        }
        return result;
    }

    /** All pixels as {@code 0xFFRRGGBB}. */
    int[] argb() {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int red = data[i * bands] & 0xFF;
            int green = bands == 1 ? red : data[i * bands + 1] & 0xFF;
            int blue = bands == 1 ? red : data[i * bands + 2] & 0xFF;
            pixels[i] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        return pixels;
    }
}
