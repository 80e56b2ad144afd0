// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A two-way stream of octets in which every wait has a deadline, as of {@link System#nanoTime()}.
 *
 * <p>A deadline that passes ends in a {@link java.net.SocketTimeoutException}.
 */
public interface Wire extends Closeable {

    /** Is told, while writing has to wait, that input has come; it takes what it can without waiting. */
    @FunctionalInterface
    interface Inbound {

        /**
         * Takes input by {@link Wire#readNow}.
         *
         * @return whether more input can be taken; false stops the telling until the write is done
         */
        boolean take() throws IOException;
    }

    /**
     * Reads at least one octet.
     *
     * @return how many octets were read, or -1 at the end of the stream
     */
    int read(byte[] target, int offset, int length, long deadline) throws IOException;

    /**
     * Reads what is there, without waiting.
     *
     * @return how many octets were read, 0 when there are none just now, or -1 at the end of the stream
     */
    int readNow(byte[] target, int offset, int length) throws IOException;

    /** Writes all octets; input that comes while the write has to wait is announced. */
    void write(byte[] source, int offset, int length, long deadline, Inbound inbound) throws IOException;

    /** Writes a region of a file, without copying it through this process where that is possible. */
    void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound) throws IOException;

    /** Returns how many octets given to {@link #write} and {@link #transfer} are wholly handed to the network. */
    long handedOver();

    /** Closes from any thread; whoever waits gets an exception. */
    @Override
    void close();
}
