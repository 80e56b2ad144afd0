// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of octets. */
public final class ByteBuilder {

    private byte[] octets;
    private int size;

    /**
     * Makes an empty builder.
     *
     * @param capacity octets it takes before it grows
     */
    public ByteBuilder(int capacity) {
        octets = new byte[capacity];
    }

    /**
     * Appends one octet.
     *
     * @param octet its lower eight bits count
     */
    public void add(int octet) {
        if (size == octets.length) {
            grow(1);
        }
        octets[size++] = (byte) octet;
    }

    /**
     * Appends a text as UTF-8.
     *
     * @param text mostly ASCII
     */
    public void add(String text) {
        int length = text.length();
        if (length > octets.length - size) {
            grow(length);
        }
        int start = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > 127) {
                size = start;
                add(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            octets[size++] = (byte) c;
        }
    }

    /**
     * Appends octets.
     *
     * @param more all of them
     */
    public void add(byte[] more) {
        add(more, 0, more.length);
    }

    /**
     * Appends octets.
     *
     * @param more array
     * @param from where to begin
     * @param length how many
     */
    public void add(byte[] more, int from, int length) {
        if (length > octets.length - size) {
            grow(length);
        }
        System.arraycopy(more, from, octets, size, length);
        size += length;
    }

    /** Appends CR LF. */
    public void line() {
        add('\r');
        add('\n');
    }

    /**
     * Makes room, for code that fills {@link #array()} itself.
     *
     * @param length octets that are going to be added
     */
    public void reserve(int length) {
        if (length > octets.length - size) {
            grow(length);
        }
    }

    /** Returns the array that holds the octets; it is replaced when it grows. */
    public byte[] array() {
        return octets;
    }

    /** Returns how many octets there are. */
    public int size() {
        return size;
    }

    /**
     * Sets how many octets there are, after the array was filled from outside.
     *
     * @param octetCount new size
     */
    public void size(int octetCount) {
        size = octetCount;
    }

    private void grow(int more) {
        octets = Arrays.copyOf(octets, Math.max(Math.addExact(size, more), octets.length + (octets.length >> 1) + 16));
    }
}
