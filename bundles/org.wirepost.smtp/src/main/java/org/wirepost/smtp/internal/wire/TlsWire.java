// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** TLS over a {@link PlainWire}; several records leave in one write. */
public final class TlsWire implements Wire {

    private static final Inbound NOBODY = () -> false;
    private static final int RECORDS = 8;
    /** So much of TLS may come at one look without a single octet in it. */
    private static final long MOST_EMPTY = 1024 * 1024;

    private final PlainWire plain;
    private final SSLEngine engine;
    private final int recordSize;
    private final long[] recordEnds = new long[RECORDS + 1];
    private ByteBuffer netIn;
    private ByteBuffer netOut;
    private ByteBuffer appIn;
    private long handedOver;
    private long sent;
    private long received;
    private boolean ended;
    private boolean writing;

    /** Prepares TLS; the handshake follows by {@link #handshake}. */
    public TlsWire(PlainWire plain, SSLEngine engine) {
        this.plain = plain;
        this.engine = engine;
        this.recordSize = engine.getSession().getPacketBufferSize();
        this.netIn = ByteBuffer.allocate(recordSize).flip();
        this.netOut = ByteBuffer.allocate(recordSize);
        this.appIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).flip();
    }

    /** Shakes hands. */
    public void handshake(long deadline) throws IOException {
        engine.beginHandshake();
        while (step(engine.getHandshakeStatus(), deadline)) {
            requireTime(deadline);
            if (ended) {
                throw new EOFException("the server closed the connection during the TLS handshake");
            }
        }
    }

    /** Records that hold nothing may come without end, so that no wait for the network ever ends it. */
    private static void requireTime(long deadline) throws SocketTimeoutException {
        if (deadline - System.nanoTime() <= 0) {
            throw new SocketTimeoutException("timed out");
        }
    }

    /** Does what the engine asks for; returns false when it asks for nothing. */
    private boolean step(HandshakeStatus status, long deadline) throws IOException {
        switch (status) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            }
            case NEED_WRAP -> wrapNothing(deadline);
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                if (!unwrap()) {
                    ended = !fill(deadline);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void wrapNothing(long deadline) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(recordSize);
        engine.wrap(ByteBuffer.allocate(0), record);
        sent += record.position();
        plain.write(record.array(), 0, record.position(), deadline, NOBODY);
    }

    /** Decrypts one record; returns false when more octets from the network are needed. */
    private boolean unwrap() throws IOException {
        appIn.compact();
        try {
            SSLEngineResult result = engine.unwrap(netIn, appIn);
            switch (result.getStatus()) {
                case BUFFER_OVERFLOW -> {
                    int least = appIn.position() + engine.getSession().getApplicationBufferSize();
                    appIn = ByteBuffer.allocate(least).put(appIn.flip());
                    return true;
                }
                case BUFFER_UNDERFLOW -> {
                    return false;
                }
                case CLOSED -> {
                    ended = true;
                    return true;
                }
                default -> {
                    return true;
                }
            }
        } finally {
            appIn.flip();
        }
    }

    /** Waits for octets from the network; returns false at their end. */
    private boolean fill(long deadline) throws IOException {
        makeRoom();
        int count = plain.read(netIn.array(), netIn.limit(), netIn.capacity() - netIn.limit(), deadline);
        return took(count);
    }

    private boolean took(int count) {
        if (count > 0) {
            received += count;
            netIn.limit(netIn.limit() + count);
        }
        return count >= 0;
    }

    private void makeRoom() {
        if (netIn.limit() == netIn.capacity()) {
            netIn.compact().flip();
            if (netIn.limit() == netIn.capacity()) {
                netIn = ByteBuffer.allocate(netIn.capacity() * 2).put(netIn).flip();
            }
        }
    }

    @Override
    public int read(byte[] target, int offset, int length, long deadline) throws IOException {
        while (true) {
            int count = decrypted(target, offset, length, deadline);
            if (count != 0) {
                return count;
            }
            if (!fill(deadline)) {
                return -1;
            }
            requireTime(deadline);
        }
    }

    @Override
    public int readNow(byte[] target, int offset, int length) throws IOException {
        long most = received + MOST_EMPTY;
        while (true) {
            int count = decrypted(target, offset, length, System.nanoTime() + 1_000_000_000L);
            if (count != 0) {
                return count;
            }
            makeRoom();
            int read = plain.readNow(netIn.array(), netIn.limit(), netIn.capacity() - netIn.limit());
            if (read <= 0) {
                return read;
            }
            took(read);
            if (received > most) {
                throw new SSLException("the server sends TLS records without content");
            }
        }
    }

    private int decrypted(byte[] target, int offset, int length, long deadline) throws IOException {
        while (!appIn.hasRemaining() && !ended && netIn.hasRemaining() && unwrap()) {
            HandshakeStatus status = engine.getHandshakeStatus();
            // In the middle of a write the answer to a key update waits: the next record carries it.
            while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP && !ended && !writing) {
                step(status, deadline);
                status = engine.getHandshakeStatus();
            }
        }
        if (appIn.hasRemaining()) {
            int count = Math.min(length, appIn.remaining());
            appIn.get(target, offset, count);
            return count;
        }
        return ended ? -1 : 0;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadline, Inbound inbound) throws IOException {
        if (netOut.capacity() < recordSize * RECORDS && length > recordSize) {
            netOut = ByteBuffer.allocate(recordSize * RECORDS);
        }
        ByteBuffer app = ByteBuffer.wrap(source, offset, length);
        while (app.hasRemaining()) {
            netOut.clear();
            int records = 0;
            while (app.hasRemaining() && netOut.remaining() >= recordSize) {
                SSLEngineResult result = engine.wrap(app, netOut);
                if (result.getStatus() != Status.OK) {
                    throw new SSLException("the TLS connection is closed");
                }
                recordEnds[records++] = (long) netOut.position() << 32 | result.bytesConsumed();
            }
            hand(records, deadline, inbound);
        }
    }

    /** Writes the records and counts those that went wholly to the network, also when the write fails. */
    private void hand(int records, long deadline, Inbound inbound) throws IOException {
        long start = plain.handedOver();
        writing = true;
        try {
            plain.write(netOut.array(), 0, netOut.position(), deadline, inbound);
        } finally {
            writing = false;
            long octets = plain.handedOver() - start;
            sent += octets;
            for (int i = 0; i < records && recordEnds[i] >>> 32 <= octets; i++) {
                handedOver += recordEnds[i] & 0xFFFF_FFFFL;
            }
        }
    }

    @Override
    public void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound)
            throws IOException {
        byte[] block = new byte[RECORDS * 16 * 1024];
        long done = 0;
        while (done < count) {
            int length = (int) Math.min(block.length, count - done);
            int read = file.read(ByteBuffer.wrap(block, 0, length), position + done);
            if (read < 0) {
                throw new EOFException("the file is shorter than it was");
            }
            write(block, 0, read, deadline, inbound);
            done += read;
        }
    }

    @Override
    public long handedOver() {
        return handedOver;
    }

    /** Returns how many octets went over TCP. */
    public long sent() {
        return sent;
    }

    /** Returns how many octets came over TCP. */
    public long received() {
        return received;
    }

    /** Says close_notify, waiting no longer than the deadline; failures are ignored. */
    public void sayGoodbye(long deadline) {
        try {
            engine.closeOutbound();
            wrapNothing(deadline);
        } catch (IOException e) {
            // The other side has gone already; that is what this was for.
            return;
        }
    }

    @Override
    public void close() {
        plain.close();
    }
}
