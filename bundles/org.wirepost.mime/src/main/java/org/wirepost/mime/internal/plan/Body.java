// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;

/** A stretch of the message as it is written: immutable, of known length, written the same each time. */
public interface Body {

    /** Returns the number of octets written. */
    long length();

    /**
     * Writes exactly {@link #length()} octets.
     *
     * @param out takes them
     * @throws IOException when a source has changed or cannot be read, or what the sink throws
     */
    void writeTo(BlockOutput out) throws IOException;

    /**
     * Checks, without reading, that the source is still the one that was planned.
     *
     * @throws IOException when it is not
     */
    default void verify() throws IOException {
    }

    /**
     * Octets in memory.
     *
     * @param octets not to be changed
     * @param count how many of them, from the first
     */
    record Literal(byte[] octets, int count) implements Body {

        @Override
        public long length() {
            return count;
        }

        @Override
        public void writeTo(BlockOutput out) throws IOException {
            out.write(octets, 0, count);
        }
    }
}
