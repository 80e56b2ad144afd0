// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes the octets of a message as it is written. The arrays are reused after each call. Large bodies arrive in blocks
 * of at least 64 KiB; a message under 64 KiB arrives in one call.
 */
@ConsumerType
@FunctionalInterface
public interface MimeSink {

    /**
     * Takes octets of any kind.
     *
     * @param octets array
     * @param offset where to begin
     * @param length how many
     * @throws IOException when they cannot be taken; writing ends
     */
    void write(byte[] octets, int offset, int length) throws IOException;

    /**
     * Takes octets among which no line begins with a dot and no CR or LF stands alone, such as base64: they need not be
     * looked at. The first octet of each call is the first of a line.
     *
     * @param octets array
     * @param offset where to begin
     * @param length how many
     * @throws IOException when they cannot be taken; writing ends
     */
    default void writeWithoutDots(byte[] octets, int offset, int length) throws IOException {
        write(octets, offset, length);
    }

    /**
     * Takes a region of a file as it is; only for binary parts.
     *
     * @param file the file; its position is not used and not changed
     * @param position where to begin
     * @param count how many octets
     * @throws IOException when they cannot be taken, or the file is shorter; writing ends
     */
    default void transfer(FileChannel file, long position, long count) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(count, 128 * 1024));
        for (long done = 0; done < count; done += block.position()) {
            block.clear().limit((int) Math.min(block.capacity(), count - done));
            if (file.read(block, position + done) <= 0) {
                throw new EOFException("the file ends at octet " + (position + done));
            }
            write(block.array(), 0, block.position());
        }
    }
}
