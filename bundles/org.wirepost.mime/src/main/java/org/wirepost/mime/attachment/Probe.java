// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** What is known of a file before it is opened for good: its name, its length and its first bytes. */
public final class Probe {

    /** How many bytes of the file a probe holds at most. */
    public static final int HEAD = 4096;

    private final String name;
    private final long length;
    private final byte[] head;

    /**
     * @param name the file name without folders
     * @param length the length of the whole file in bytes
     * @param head the first bytes, at most {@link #HEAD}; copied
     */
    public Probe(String name, long length, byte[] head) {
        this.name = Objects.requireNonNull(name, "name");
        this.length = length;
        this.head = Arrays.copyOf(head, Math.min(head.length, HEAD));
    }

    /** The file name without folders. */
    public String name() {
        return name;
    }

    /** What follows the last dot of the name, in lower case; empty without a dot. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The length of the whole file in bytes. */
    public long length() {
        return length;
    }

    /** The first bytes of the file, a copy. */
    public byte[] head() {
        return head.clone();
    }

    /** How many bytes {@link #at} can see. */
    public int available() {
        return head.length;
    }

    /** The byte at an index as 0 to 255, or -1 behind the head. */
    public int at(int index) {
        return index < head.length ? head[index] & 0xFF : -1;
    }

    /** Whether these bytes, each given as 0 to 255, stand at an index. */
    public boolean has(int index, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (at(index + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
