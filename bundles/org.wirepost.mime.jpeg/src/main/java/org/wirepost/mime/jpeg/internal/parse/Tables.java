// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

/** The tables defined so far (ITU-T T.81, B.2.4). */
final class Tables {

    /** Sums over the example luminance table of annex K, in the order of annex A. */
    private static final int[] LUMINANCE = {16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22,
        22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81,
        87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99};
    private static final int SLOTS = 4;
    private static final int COEFFICIENTS = 64;

    private final boolean[] quantization = new boolean[SLOTS];
    private final boolean[] dc = new boolean[SLOTS];
    private final boolean[] ac = new boolean[SLOTS];
    private boolean anyHuffman;
    private int quality;

    /** Takes a DQT segment; false if it is malformed. */
    boolean quantization(Segment segment) {
        int at = 0;
        while (at < segment.length()) {
            int wide = segment.u8(at) >> 4;
            int slot = segment.u8(at) & 15;
            int end = at + 1 + COEFFICIENTS * (wide + 1);
            if (wide > 1 || slot >= SLOTS || end > segment.length()) {
                return false;
            }
            if (slot == 0 && wide == 0) {
                quality = quality(segment, at + 1);
            }
            quantization[slot] = true;
            at = end;
        }
        return segment.length() > 0;
    }

    /** Takes a DHT segment; false if it is malformed. */
    boolean huffman(Segment segment) {
        int at = 0;
        while (at < segment.length()) {
            int kind = segment.u8(at) >> 4;
            int slot = segment.u8(at) & 15;
            int codes = codes(segment, at + 1);
            int end = at + 17 + codes;
            if (kind > 1 || slot >= SLOTS || codes < 0 || end > segment.length()) {
                return false;
            }
            (kind == 0 ? dc : ac)[slot] = true;
            anyHuffman = true;
            at = end;
        }
        return segment.length() > 0;
    }

    /** How many codes a table has; -1 if they do not fit into a tree or are too many. */
    private static int codes(Segment segment, int at) {
        int codes = 0;
        int space = 0;
        for (int i = 0; i < 16; i++) {
            int count = segment.u8(at + i);
            codes += count;
            space += count << 15 - i;
        }
        return codes > 256 || space > 1 << 16 ? -1 : codes;
    }

    /** The quality from 1 to 100 that the usual encoder was set to, estimated from the table for brightness. */
    private static int quality(Segment segment, int at) {
        double scale = 0;
        for (int i = 0; i < COEFFICIENTS; i++) {
            scale += 100.0 * segment.u8(at + i) / LUMINANCE[i];
        }
        scale /= COEFFICIENTS;
        double estimate = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
        return (int) Math.max(1, Math.min(100, Math.round(estimate)));
    }

    boolean hasQuantization(int slot) {
        return slot < SLOTS && quantization[slot];
    }

    boolean hasDc(int slot) {
        return slot < SLOTS && dc[slot];
    }

    boolean hasAc(int slot) {
        return slot < SLOTS && ac[slot];
    }

    boolean hasAnyHuffman() {
        return anyHuffman;
    }

    /** The estimated quality; 0 if there is no table to tell it from. */
    int quality() {
        return quality;
    }
}
