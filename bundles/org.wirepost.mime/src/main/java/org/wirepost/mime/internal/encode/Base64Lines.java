// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import java.util.Arrays;
import java.util.Base64;

/**
 * Encodes content as base64 in lines of 76 characters (RFC 2045 section 6.8). The JDK's encoder does the work on slices
 * that give whole lines and are short enough for the compiler to get to it soon; the line ends are set while copying.
 */
public final class Base64Lines {

    /** Octets that make one full line. */
    public static final int OCTETS_PER_LINE = 57;

    /** Octets of a slice. */
    public static final int SLICE = 64 * OCTETS_PER_LINE;

    private static final int LINE = 76;
    private static final int SLICE_CHARS = SLICE / 3 * 4;

    private final Base64.Encoder encoder = Base64.getEncoder();
    private byte[] slice = {};
    private byte[] chars = {};

    /**
     * Returns the length of encoded content, with line ends between the lines and none after the last.
     *
     * @param length octets
     * @return octets when encoded
     */
    public static long encodedLength(long length) {
        long characters = Math.multiplyExact((length + 2) / 3, 4L);
        return characters == 0 ? 0 : characters + (characters - 1) / LINE * 2;
    }

    /**
     * Encodes a block, and ends every line but the very last.
     *
     * @param octets array
     * @param from where to begin
     * @param count how many; a multiple of {@link #OCTETS_PER_LINE} unless nothing follows
     * @param more whether more content follows
     * @param out takes the characters
     * @param at where to put them
     * @return index behind the last
     */
    public int encode(byte[] octets, int from, int count, boolean more, byte[] out, int at) {
        int end = from + count;
        int pos = at;
        int i = from;
        if (end - i >= SLICE && slice.length == 0) {
            slice = new byte[SLICE];
            chars = new byte[SLICE_CHARS];
        }
        for (; end - i >= SLICE; i += SLICE) {
            System.arraycopy(octets, i, slice, 0, SLICE);
            encoder.encode(slice, chars);
            pos = lines(chars, SLICE_CHARS, out, pos, more || end - i > SLICE);
        }
        if (i < end) {
            byte[] rest = encoder.encode(Arrays.copyOfRange(octets, i, end));
            pos = lines(rest, rest.length, out, pos, more);
        }
        return pos;
    }

    private static int lines(byte[] characters, int count, byte[] out, int at, boolean more) {
        int pos = at;
        int i = 0;
        for (; count - i > LINE; i += LINE) {
            System.arraycopy(characters, i, out, pos, LINE);
            out[pos + LINE] = '\r';
            out[pos + LINE + 1] = '\n';
            pos += LINE + 2;
        }
        System.arraycopy(characters, i, out, pos, count - i);
        pos += count - i;
        if (more) {
            out[pos++] = '\r';
            out[pos++] = '\n';
        }
        return pos;
    }
}
