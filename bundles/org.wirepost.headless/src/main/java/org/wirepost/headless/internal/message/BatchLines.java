// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into lines of bounded length. */
final class BatchLines {

    /**
     * A line with a letter of many pages fits, several times, into the heap of 64 MiB; a file without line ends does
     * not fill the memory.
     */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final byte[] block = new byte[65536];
    private int position;
    private int end;
    private long number;

    BatchLines(InputStream in) {
        this.in = in;
    }

    /** Returns the number of the line returned last, from 1. */
    long number() {
        return number;
    }

    /**
     * Reads the next line.
     *
     * @return its octets without the line end, or empty at the end
     * @throws IOException when the stream cannot be read, or {@link TooLong}
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        number++;
        while (fill()) {
            int start = position;
            while (position < end && block[position] != '\n') {
                position++;
            }
            line.write(block, start, position - start);
            if (line.size() > LONGEST) {
                throw new TooLong();
            }
            if (position < end) {
                position++;
                return Optional.of(line.toByteArray());
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    /** Tells whether reading the next line may have to wait for whoever writes the stream. */
    boolean mayWait() throws IOException {
        for (int i = position; i < end; i++) {
            if (block[i] == '\n') {
                return false;
            }
        }
        return in.available() == 0;
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(block, 0, block.length));
        }
        return end > 0;
    }

    /** A line that is longer than any letter. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
