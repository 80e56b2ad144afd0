// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A marker with its data as it stands in a file. The data are only valid until the reader goes on.
 */
public final class Segment {

    /** Bytes before the data: the marker and the length. */
    public static final int HEAD = 4;

    private final int marker;
    private final long offset;
    private final byte[] buffer;
    private final int length;
    private final boolean whole;

    Segment(int marker, long offset, byte[] buffer, int length, boolean whole) {
        this.marker = marker;
        this.offset = offset;
        this.buffer = buffer;
        this.length = length;
        this.whole = whole;
    }

    /** The marker code. */
    public int marker() {
        return marker;
    }

    /** Where the marker's 0xFF stands in the file. */
    public long offset() {
        return offset;
    }

    /** How many bytes of data there are, at most 65 533. */
    public int length() {
        return length;
    }

    /** Length of marker, length field and data in the file. */
    public int size() {
        return HEAD + length;
    }

    /** Whether the file did not end within the data. */
    public boolean whole() {
        return whole;
    }

    /** A byte of the data, 0 to 255; 0 behind the end. */
    public int u8(int index) {
        return index < length ? buffer[index] & 0xFF : 0;
    }

    /** Two bytes of the data, the higher one first. */
    public int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    /** Whether the data begin with this text. */
    public boolean startsWith(String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        return length >= wanted.length
                && Arrays.equals(buffer, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** A copy of the data from an index on. */
    public byte[] bytes(int from) {
        return Arrays.copyOfRange(buffer, Math.min(from, length), length);
    }

    /** The data from an index on, each byte a character. */
    public String text(int from) {
        int start = Math.min(from, length);
        return new String(buffer, start, length - start, StandardCharsets.ISO_8859_1);
    }

    /** What the segment holds. */
    public Kind kind() {
        return Kind.of(this);
    }
}
