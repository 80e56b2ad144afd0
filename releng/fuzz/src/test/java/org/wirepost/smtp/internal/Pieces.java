// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.wirepost.smtp.internal.wire.Wire;

/** A wire on which octets come in pieces, and which keeps what is written. */
final class Pieces implements Wire {

    private final byte[] stream;
    private final int pieceLength;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int position;

    Pieces(byte[] stream, int pieceLength) {
        this.stream = stream;
        this.pieceLength = pieceLength;
    }

    byte[] rest() {
        return Arrays.copyOfRange(stream, position, stream.length);
    }

    byte[] written() {
        return written.toByteArray();
    }

    @Override
    public int read(byte[] target, int offset, int length, long deadline) {
        int count = readNow(target, offset, length);
        return count == 0 ? -1 : count;
    }

    @Override
    public int readNow(byte[] target, int offset, int length) {
        int count = Math.min(Math.min(length, pieceLength), stream.length - position);
        System.arraycopy(stream, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadline, Inbound inbound) {
        written.write(source, offset, length);
    }

    @Override
    public void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound)
            throws IOException {
        throw new IOException("There is no file");
    }

    @Override
    public long handedOver() {
        return written.size();
    }

    @Override
    public void close() {
        position = stream.length;
    }
}
