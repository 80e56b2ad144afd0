// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.util.Arrays;

/**
 * Changes the size of a picture that comes line by line and goes out row by row, in memory of a few lines. Every pixel
 * of the source counts, so nothing flickers or breaks when a photo is made much smaller.
 */
final class Resampler {

    /** Takes finished rows from top to bottom; the array is used again. */
    @FunctionalInterface
    interface Rows {
        void row(int y, byte[] row);
    }

    private final int bands;
    private final Weights across;
    private final Weights down;
    private final Rows rows;
    private final float[] narrow;
    private final float[][] sums;
    private final byte[] row;
    private final boolean same;
    private int line;
    private int first;

    Resampler(int width, int height, int newWidth, int newHeight, int bands, Rows rows) {
        this.bands = bands;
        this.rows = rows;
        this.across = new Weights(width, newWidth);
        this.down = new Weights(height, newHeight);
        this.narrow = new float[newWidth * bands];
        this.sums = new float[down.mostAtOnce() + 1][newWidth * bands];
        this.row = new byte[newWidth * bands];
        this.same = width == newWidth && height == newHeight;
    }

    /** Takes the next line, which begins at an index of an array. */
    void line(byte[] data, int from) {
        if (same) {
            System.arraycopy(data, from, row, 0, row.length);
            rows.row(line++, row);
            return;
        }
        narrow(data, from);
        for (int y = first; y < down.size() && down.start(y) <= line; y++) {
            float[] sum = sums[y % sums.length];
            if (line == down.start(y)) {
                Arrays.fill(sum, 0);
            }
            if (line < down.end(y)) {
                add(sum, down.of(y)[line - down.start(y)]);
            }
            if (line == down.end(y) - 1) {
                finish(y, sum);
                first = y + 1;
            }
        }
        line++;
    }

    private void narrow(byte[] data, int from) {
        for (int x = 0; x < across.size(); x++) {
            float[] weights = across.of(x);
            int at = from + across.start(x) * bands;
            for (int band = 0; band < bands; band++) {
                float sum = 0;
                for (int k = 0, i = at + band; k < weights.length; k++, i += bands) {
                    sum += weights[k] * (data[i] & 0xFF);
                }
                narrow[x * bands + band] = sum;
            }
        }
    }

    private void add(float[] sum, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * narrow[i];
        }
    }

    private void finish(int y, float[] sum) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) Math.max(0, Math.min(255, Math.round(sum[i])));
        }
        rows.row(y, row);
    }

    /** Begins once more with the first line: a picture may come several times, finer each time. */
    void restart() {
        line = 0;
        first = 0;
    }

    /** How many lines have come. */
    int lines() {
        return line;
    }
}
