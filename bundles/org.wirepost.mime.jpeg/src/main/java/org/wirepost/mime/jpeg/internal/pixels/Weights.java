// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

/** For each pixel of a scaled line the pixels of the source that make it, weighted by a bicubic kernel. */
final class Weights {

    /** The kernel of Keys with a = -1/2 reaches two pixels to each side. */
    private static final double REACH = 2;

    private final int[] start;
    private final float[][] weights;

    Weights(int from, int to) {
        start = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        // When scaling down the kernel widens, so that every pixel of the source counts.
        double width = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - REACH * width));
            int last = Math.min(from - 1, (int) Math.floor(centre + REACH * width));
            start[i] = first;
            weights[i] = normalized(centre, width, first, last);
        }
    }

    private static float[] normalized(double centre, double width, int first, int last) {
        double[] raw = new double[last - first + 1];
        double sum = 0;
        for (int k = 0; k < raw.length; k++) {
            raw[k] = kernel(Math.abs(first + k - centre) / width);
            sum += raw[k];
        }
        float[] result = new float[raw.length];
        for (int k = 0; k < raw.length; k++) {
            result[k] = (float) (raw[k] / sum);
        }
        return result;
    }

    private static double kernel(double x) {
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    int size() {
        return start.length;
    }

    /** First pixel of the source that counts. */
    int start(int i) {
        return start[i];
    }

    /** Behind the last pixel of the source that counts. */
    int end(int i) {
        return start[i] + weights[i].length;
    }

    /** The weights of the pixels from {@link #start} on. */
    float[] of(int i) {
        return weights[i];
    }

    /** How many pixels one pixel of the source takes part in at most. */
    int mostAtOnce() {
        int most = 0;
        int first = 0;
        for (int i = 0; i < start.length; i++) {
            while (end(first) <= start[i]) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }
}
