// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import java.nio.charset.StandardCharsets;

import org.wirepost.mime.internal.bytes.ByteBuilder;

/**
 * Encodes content as quoted-printable (RFC 2045 section 6.7), fed in blocks. CRLF stays a line end; a lone CR or LF
 * becomes {@code =0D} or {@code =0A}, the latter with a soft line break so that the result can still be read. A line
 * never begins with a dot or with {@code From} and a blank, and never ends with a blank or tab.
 */
public final class QuotedPrintable {

    /** Octets after the current one that decide how it is written. */
    private static final int AHEAD = 5;
    private static final int LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = 33; c < 127; c++) {
            PLAIN[c] = c != '=';
        }
    }

    private final boolean mending;
    private int column;
    private byte[] in = {};
    private int to;
    private boolean last;
    private byte[] out = {};
    private int pos;

    /** Makes an encoder for plain content. */
    public QuotedPrintable() {
        this(false);
    }

    private QuotedPrintable(boolean mending) {
        this.mending = mending;
    }

    /**
     * Makes an encoder for content that claims to be quoted-printable already but has octets above 127, NUL or long
     * lines: those are encoded, everything else keeps its meaning.
     *
     * @return a new encoder
     */
    public static QuotedPrintable mending() {
        return new QuotedPrintable(true);
    }

    /**
     * Encodes a block. Unless it is the last, a few octets at its end stay unread and are to be given again.
     *
     * @param octets array
     * @param from where to begin
     * @param end index behind the block
     * @param isLast whether the content ends with this block
     * @param to takes the encoded octets
     * @return index of the first octet that was not read
     */
    public int encode(byte[] octets, int from, int end, boolean isLast, ByteBuilder to) {
        // The widest case is a lone LF with its soft line break.
        to.reserve(Math.addExact(Math.multiplyExact(end - from, 6), 16));
        in = octets;
        this.to = end;
        last = isLast;
        out = to.array();
        pos = to.size();
        int stop = isLast ? end : end - AHEAD;
        int i = from;
        while (i < stop) {
            i = plainRun(i, stop);
            if (i < stop) {
                i = token(i);
            }
        }
        to.size(pos);
        in = HEX;
        out = HEX;
        return i;
    }

    /** Copies characters that need no care, as far as the line surely has room. */
    private int plainRun(int from, int stop) {
        if (column == 0) {
            return from;
        }
        byte[] source = in;
        byte[] target = out;
        int at = pos;
        int i = from;
        int end = Math.min(stop, from + LINE - 1 - column);
        while (i < end) {
            byte octet = source[i];
            // A blank is plain when something plain follows it on the line.
            if (!PLAIN[octet & 0xFF] && (octet != ' ' || i + 1 >= end || !PLAIN[source[i + 1] & 0xFF])) {
                break;
            }
            target[at++] = octet;
            i++;
        }
        pos = at;
        column += i - from;
        return i;
    }

    private int token(int i) {
        byte octet = in[i];
        if (octet == '\r' && isCrlf(i)) {
            out[pos++] = '\r';
            out[pos++] = '\n';
            column = 0;
            return i + 2;
        }
        if (mending && octet == '=' && isEncoded(i)) {
            return encoded(i);
        }
        if (isLiteral(i, octet)) {
            room(1, isLineEnd(i + 1));
            // The break before it may have put it at the start of a line.
            if (isLiteral(i, octet)) {
                out[pos++] = octet;
                column++;
                return i + 1;
            }
        }
        room(3, isLineEnd(i + 1));
        hex(octet);
        if (octet == '\n' && i + 1 < to) {
            softBreak();
        }
        return i + 1;
    }

    private boolean isLiteral(int i, byte octet) {
        if (octet == ' ' || octet == '\t') {
            return mending || !isLineEnd(i + 1);
        }
        if (column == 0 && (octet == '.' || octet == 'F' && isFrom(i))) {
            return false;
        }
        return PLAIN[octet & 0xFF] || mending && octet == '=' && isCrlf(i + 1);
    }

    /** Copies {@code =XX} of mended content. */
    private int encoded(int i) {
        room(3, isLineEnd(i + 3));
        out[pos++] = '=';
        out[pos++] = in[i + 1];
        out[pos++] = in[i + 2];
        column += 3;
        return i + 3;
    }

    private boolean isEncoded(int i) {
        return i + 2 < to && Character.digit(in[i + 1], 16) >= 0 && Character.digit(in[i + 2], 16) >= 0;
    }

    private void room(int width, boolean lineEnds) {
        if (column + width > (lineEnds ? LINE : LINE - 1)) {
            softBreak();
        }
    }

    private void softBreak() {
        out[pos++] = '=';
        out[pos++] = '\r';
        out[pos++] = '\n';
        column = 0;
    }

    private void hex(byte octet) {
        out[pos++] = '=';
        out[pos++] = HEX[octet >> 4 & 15];
        out[pos++] = HEX[octet & 15];
        column += 3;
    }

    private boolean isCrlf(int i) {
        return i + 1 < to && in[i] == '\r' && in[i + 1] == '\n';
    }

    private boolean isLineEnd(int i) {
        return i >= to ? last : isCrlf(i);
    }

    private boolean isFrom(int i) {
        return i + 4 < to && in[i + 1] == 'r' && in[i + 2] == 'o' && in[i + 3] == 'm' && in[i + 4] == ' ';
    }
}
