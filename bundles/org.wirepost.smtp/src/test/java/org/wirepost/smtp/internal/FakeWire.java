// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.ByteArrayOutputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.wirepost.smtp.internal.wire.Wire;

/** A wire that delivers what a test puts in, piece by piece, and keeps what is written. */
final class FakeWire implements Wire {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int writes;

    FakeWire deliver(byte[] octets, int pieceLength) {
        for (int i = 0; i < octets.length; i += pieceLength) {
            pieces.add(Arrays.copyOfRange(octets, i, Math.min(octets.length, i + pieceLength)));
        }
        return this;
    }

    byte[] written() {
        return written.toByteArray();
    }

    int writes() {
        return writes;
    }

    @Override
    public int read(byte[] target, int offset, int length, long deadline) {
        int count = readNow(target, offset, length);
        return count == 0 ? -1 : count;
    }

    @Override
    public int readNow(byte[] target, int offset, int length) {
        byte[] piece = pieces.poll();
        if (piece == null) {
            return 0;
        }
        int count = Math.min(length, piece.length);
        System.arraycopy(piece, 0, target, offset, count);
        if (count < piece.length) {
            pieces.addFirst(Arrays.copyOfRange(piece, count, piece.length));
        }
        return count;
    }

    /** Returns how many octets have not been read, and takes them. */
    int readAll(byte[] target) {
        int all = 0;
        for (int count = readNow(target, 0, target.length); count > 0; count = readNow(target, 0, target.length)) {
            all += count;
        }
        return all;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadline, Inbound inbound) {
        writes++;
        written.write(source, offset, length);
    }

    @Override
    public void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound)
            throws java.io.IOException {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate((int) count);
        file.read(buffer, position);
        write(buffer.array(), 0, buffer.position(), deadline, inbound);
    }

    @Override
    public long handedOver() {
        return written.size();
    }

    @Override
    public void close() {
        pieces.clear();
    }
}
