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
     * @param octets where to look
     * @param from where to begin
     * @param stop where to end
     */
    static int next(ByteBuffer octets, int from, int stop) {
        int i = from;
        while (i <= stop - Long.BYTES && !hasBreak(octets.getLong(i))) {
            i += Long.BYTES;
        }
        while (i < stop && octets.get(i) != '\r' && octets.get(i) != '\n') {
            i++;
        }
        return i;
    }

    /** Tells whether one of the eight is CR or LF: what is subtracted borrows only where an octet has become 0. */
    private static boolean hasBreak(long eight) {
        long cr = eight ^ CR;
        long lf = eight ^ LF;
        return ((cr - ONES & ~cr | lf - ONES & ~lf) & HIGHS) != 0;
    }
}
