// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.ByteBuffer;

/** Finds CR and LF, eight octets at a time: most octets of a text are neither. */
final class LineBreaks {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long CR = ONES * '\r';
    private static final long LF = ONES * '\n';

    private LineBreaks() {
    }

    /**
     * Returns where the next CR or LF stands, or the end.
     *
     * @param octets where to look, little-endian, so that the lowest bits belong to the first octet
     * @param from where to begin
     * @param stop where to end
     */
    static int next(ByteBuffer octets, int from, int stop) {
        int i = from;
        while (i <= stop - Long.BYTES) {
            long breaks = breaks(octets.getLong(i));
            if (breaks != 0) {
                return i + (Long.numberOfTrailingZeros(breaks) >> 3);
            }
            i += Long.BYTES;
        }
        while (i < stop && octets.get(i) != '\r' && octets.get(i) != '\n') {
            i++;
        }
        return i;
    }

    /**
     * Returns the highest bit of the first octet that is CR or LF, and perhaps bits above it: what is subtracted
     * borrows only behind an octet that has become 0. Most words hold no octet up to CR at all, which is told sooner.
     */
    private static long breaks(long eight) {
        if ((eight - ONES * ('\r' + 1) & ~eight & HIGHS) == 0) {
            return 0;
        }
        long cr = eight ^ CR;
        long lf = eight ^ LF;
        return (cr - ONES & ~cr | lf - ONES & ~lf) & HIGHS;
    }
}
