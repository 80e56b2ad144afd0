// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

/**
 * What the way to the receiver takes, as its server announces it.
 *
 * @param eightBit 8BITMIME: octets above 127 in bodies (RFC 6152)
 * @param binary BINARYMIME: bodies without lines (RFC 3030); implies {@code eightBit}
 * @param utf8 SMTPUTF8: UTF-8 in addresses and headers (RFC 6531); used only where nothing else will do
 */
public record Limits(boolean eightBit, boolean binary, boolean utf8) {

    /** Every server takes this: ASCII lines only. */
    public static final Limits SEVEN_BIT = new Limits(false, false, false);

    /** A server with 8BITMIME. */
    public static final Limits EIGHT_BIT = new Limits(true, false, false);

    /** A server with 8BITMIME, BINARYMIME and CHUNKING. */
    public static final Limits BINARY = new Limits(true, true, false);

    /** Makes {@code binary} imply {@code eightBit}. */
    public Limits {
        eightBit |= binary;
    }

    /** Spelled out, because what a record gets for this takes 30 ms to set up in a process that has just started. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && eightBit == limits.eightBit && binary == limits.binary
                && utf8 == limits.utf8;
    }

    @Override
    public int hashCode() {
        return (eightBit ? 1 : 0) | (binary ? 2 : 0) | (utf8 ? 4 : 0);
    }

    /** Returns the same limits with SMTPUTF8. */
    public Limits withUtf8() {
        return new Limits(eightBit, binary, true);
    }
}
