// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads content once and keeps what decides its transfer encoding: octets above 127, NUL, line lengths, lone CR or LF,
 * lines that mail systems are known to damage. Fed in blocks of any size; all offsets count from the first octet.
 */
public final class ContentScan {

    /** The longest line that may be sent, without its CRLF (RFC 5321 section 4.5.3.1.6, RFC 5322 section 2.1.1). */
    public static final int LONGEST_LINE = 998;

    private static final int HEAD = 5;
    private static final long FROM = 0x46726F6D20L;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private final Tally eightBit = new Tally();
    private final Tally nul = new Tally();
    private final Tally longLines = new Tally();
    private final Tally loneBreaks = new Tally();
    private final Tally fromLines = new Tally();
    private final Tally blankEnds = new Tally();
    private final Utf8Check utf8 = new Utf8Check();
    private long length;
    private long longest;
    private long lineStart;
    /** The first octets of the line as a number, and how many there are; full as well when they cannot match. */
    private long head;
    private int headCount;
    /** A block ended with CR, of which the next octet tells whether it stands alone. */
    private boolean pendingCr;
    private byte beforePendingCr;
    private byte last;

    /** How often something was seen, and where first. */
    public static final class Tally {

        private long count;
        private long first = -1;

        /**
         * Counts one.
         *
         * @param at where it was seen
         */
        public void add(long at) {
            add(at, 1);
        }

        /**
         * Counts several.
         *
         * @param at where the first of them was seen
         * @param more how many; may be none
         */
        public void add(long at, long more) {
            if (count == 0 && more > 0) {
                first = at;
            }
            count += more;
        }

        /** Returns how often it was seen. */
        public long count() {
            return count;
        }

        /** Returns the offset at which it was first seen, or -1. */
        public long first() {
            return first;
        }
    }

    /**
     * Reads a block.
     *
     * @param octets array
     * @param from where to begin
     * @param count how many
     */
    public void update(byte[] octets, int from, int count) {
        if (count == 0) {
            return;
        }
        int end = from + count;
        long base = length - from;
        ByteBuffer words = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        int i = pendingCr ? afterPendingCr(octets[from], from) : from;
        while (i < end) {
            if (headCount < HEAD) {
                i = head(octets, i, end);
            }
            i = plainEnd(words, i, end);
            if (i < end) {
                i = special(octets, i, end, base);
            }
        }
        last = octets[end - 1];
        length += count;
    }

    /** Ends the last line; to be called once, after all blocks. */
    public void end() {
        if (pendingCr) {
            lineEnd(length - 1, 1, true, beforePendingCr);
        } else {
            judgeLine(length, last);
        }
        utf8.end();
    }

    /** Returns where the first octet stands that is above 127 or not above CR, or the end. */
    private static int plainEnd(ByteBuffer octets, int from, int end) {
        int i = from;
        while (i <= end - Long.BYTES) {
            long specials = specials(octets.getLong(i));
            if (specials != 0) {
                return i + (Long.numberOfTrailingZeros(specials) >> 3);
            }
            i += Long.BYTES;
        }
        while (i < end && octets.get(i) > '\r') {
            i++;
        }
        return i;
    }

    /**
     * Returns the highest bit of the first octet that is not above CR or not below 128, and perhaps bits above it, for
     * what is subtracted borrows from the octets behind.
     */
    private static long specials(long eight) {
        return (eight - ONES * ('\r' + 1) | eight) & HIGHS;
    }

    private int afterPendingCr(byte octet, int from) {
        pendingCr = false;
        boolean lone = octet != '\n';
        lineEnd(length - 1, lone ? 1 : 2, lone, beforePendingCr);
        return lone ? from : from + 1;
    }

    private int head(byte[] octets, int from, int end) {
        int i = from;
        while (headCount < HEAD && i < end && octets[i] > '\r') {
            head = head << 8 | octets[i++] & 0xFF;
            headCount++;
        }
        if (headCount == HEAD && head == FROM) {
            fromLines.add(lineStart);
            head = 0;
        }
        return i;
    }

    private int special(byte[] octets, int i, int end, long base) {
        byte octet = octets[i];
        if (octet == '\n') {
            lineEnd(base + i, 1, true, before(octets, i, base));
        } else if (octet == '\r') {
            byte before = before(octets, i, base);
            if (i + 1 == end) {
                pendingCr = true;
                beforePendingCr = before;
                return end;
            }
            boolean lone = octets[i + 1] != '\n';
            lineEnd(base + i, lone ? 1 : 2, lone, before);
            return lone ? i + 1 : i + 2;
        } else {
            headCount = HEAD;
            if (octet < 0) {
                eightBit.add(base + i);
                utf8.add(octet, base + i);
            } else if (octet == 0) {
                nul.add(base + i);
            }
        }
        return i + 1;
    }

    private byte before(byte[] octets, int i, long base) {
        return base + i == length ? last : octets[i - 1];
    }

    private void lineEnd(long at, int width, boolean lone, byte before) {
        judgeLine(at, before);
        if (lone) {
            loneBreaks.add(at);
        }
        lineStart = at + width;
        headCount = 0;
        head = 0;
    }

    private void judgeLine(long at, byte before) {
        long line = at - lineStart;
        longest = Math.max(longest, line);
        if (line > LONGEST_LINE) {
            longLines.add(lineStart);
        }
        if (line > 0 && (before == ' ' || before == '\t')) {
            blankEnds.add(at - 1);
        }
    }

    /** Returns the number of octets read. */
    public long length() {
        return length;
    }

    /** Returns the length of the longest line, without its end. */
    public long longestLine() {
        return longest;
    }

    /** Returns the octets above 127. */
    public Tally eightBit() {
        return eightBit;
    }

    /** Returns the NUL octets. */
    public Tally nul() {
        return nul;
    }

    /** Returns the lines over {@link #LONGEST_LINE} octets, by their start. */
    public Tally longLines() {
        return longLines;
    }

    /** Returns the CR without LF and the LF without CR. */
    public Tally loneBreaks() {
        return loneBreaks;
    }

    /** Returns the lines that begin with {@code From } and a blank, which mbox stores change. */
    public Tally fromLines() {
        return fromLines;
    }

    /** Returns the blanks and tabs at line ends, which some mail systems remove. */
    public Tally blankEnds() {
        return blankEnds;
    }

    /** Tells whether the octets above 127 are UTF-8; true also if there are none. */
    public boolean isUtf8() {
        return utf8.valid();
    }

    /** Tells whether there are only ASCII lines of allowed length, ended by CRLF. */
    public boolean isSevenBit() {
        return eightBit.count == 0 && isLines();
    }

    /** Tells whether there are only lines of allowed length without NUL, ended by CRLF. */
    public boolean isLines() {
        return nul.count == 0 && longLines.count == 0 && loneBreaks.count == 0;
    }
}
