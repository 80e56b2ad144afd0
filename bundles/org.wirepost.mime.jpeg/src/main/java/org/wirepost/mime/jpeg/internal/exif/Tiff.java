// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.util.Arrays;
import java.util.Optional;

/** The bytes of a TIFF structure (TIFF 6.0) in one of the two byte orders. Reading beyond the end gives 0. */
public final class Tiff {

    private static final int HEAD = 8;

    private final byte[] bytes;
    private final boolean littleEndian;

    private Tiff(byte[] bytes, boolean littleEndian) {
        this.bytes = bytes;
        this.littleEndian = littleEndian;
    }

    /** Takes bytes that begin with the byte order mark; nothing if they do not. The array is not copied. */
    public static Optional<Tiff> of(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != bytes[1] || bytes[0] != 'I' && bytes[0] != 'M') {
            return Optional.empty();
        }
        Tiff tiff = new Tiff(bytes, bytes[0] == 'I');
        return tiff.u16(2) == 42 ? Optional.of(tiff) : Optional.empty();
    }

    /** Where the first directory stands. */
    public long first() {
        return u32(4);
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** Whether a range lies within the bytes. */
    public boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset + length <= bytes.length;
    }

    /** One byte, 0 to 255. */
    public int u8(long offset) {
        return has(offset, 1) ? bytes[(int) offset] & 0xFF : 0;
    }

    /** Two bytes in the order of the structure. */
    public int u16(long offset) {
        return littleEndian ? u8(offset) | u8(offset + 1) << 8 : u8(offset) << 8 | u8(offset + 1);
    }

    /** Four bytes in the order of the structure. */
    public long u32(long offset) {
        return littleEndian ? u16(offset) | (long) u16(offset + 2) << 16
                : (long) u16(offset) << 16 | u16(offset + 2);
    }

    /** A copy of a range; empty if it does not lie within the bytes. */
    public byte[] range(long offset, long length) {
        return has(offset, length) ? Arrays.copyOfRange(bytes, (int) offset, (int) (offset + length)) : new byte[0];
    }

    /** A copy that may be changed without changing this. */
    Tiff copy() {
        return new Tiff(bytes.clone(), littleEndian);
    }

    byte[] bytes() {
        return bytes;
    }

    void set16(int offset, int value) {
        bytes[offset + (littleEndian ? 0 : 1)] = (byte) value;
        bytes[offset + (littleEndian ? 1 : 0)] = (byte) (value >> 8);
    }

    void set32(int offset, long value) {
        set16(offset + (littleEndian ? 0 : 2), (int) (value & 0xFFFF));
        set16(offset + (littleEndian ? 2 : 0), (int) (value >> 16));
    }
}
