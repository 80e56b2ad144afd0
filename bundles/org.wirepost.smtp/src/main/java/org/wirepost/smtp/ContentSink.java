// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Takes the octets of a message from {@link OutgoingContent#writeTo}. The arrays may be reused after each call. */
public interface ContentSink {

    /**
     * Takes octets of any kind; for DATA, dots at line starts are doubled.
     *
     * @param octets array
     * @param offset where to begin
     * @param length how many
     * @throws IOException when the network fails, or the octets are not those announced
     */
    void write(byte[] octets, int offset, int length) throws IOException;

    /**
     * Takes octets among which no line begins with a dot and no CR or LF stands alone, such as base64: they are sent
     * without being looked at.
     *
     * @param octets array
     * @param offset where to begin
     * @param length how many
     * @throws IOException as {@link #write}
     */
    void writeWithoutDots(byte[] octets, int offset, int length) throws IOException;

    /**
     * Takes a region of a file as it is, without copying it where that is possible. Only for content that is binary.
     *
     * @param file the file
     * @param position where to begin
     * @param count how many octets
     * @throws IOException as {@link #write}; also when the file is shorter
     */
    void transfer(FileChannel file, long position, long count) throws IOException;
}
