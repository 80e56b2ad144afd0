// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** A TCP connection in non-blocking mode: the selector is what gives each read and write its deadline. */
public final class PlainWire implements Wire {

    /** Room for 2 048 lines of base64, so that such a block leaves in one write. */
    private static final int BLOCK = 160 * 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Alertness alertness = new Alertness();
    private ByteBuffer out;
    private long handedOver;

    private PlainWire(SocketChannel channel, Selector selector, SelectionKey key) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
    }

    /** Makes an unconnected wire, so that it can be closed from outside while it connects. */
    public static PlainWire unconnected() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Selector selector = Selector.open();
        return new PlainWire(channel, selector, channel.register(selector, 0));
    }

    /** Connects to one address. */
    public void connect(InetSocketAddress address, long deadline) throws IOException {
        if (!channel.connect(address)) {
            do {
                await(SelectionKey.OP_CONNECT, deadline);
            } while (!channel.finishConnect());
        }
    }

    /** Returns the address of this end. */
    public InetSocketAddress local() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public int read(byte[] target, int offset, int length, long deadline) throws IOException {
        int count = readNow(target, offset, length);
        if (count == 0 && alertness.isWorthIt()) {
            count = readSoon(target, offset, length);
        }
        while (count == 0) {
            await(SelectionKey.OP_READ, deadline);
            count = readNow(target, offset, length);
        }
        return count;
    }

    private int readSoon(byte[] target, int offset, int length) throws IOException {
        long end = System.nanoTime() + Alertness.NANOS;
        int count;
        do {
            Thread.yield();
            count = readNow(target, offset, length);
        } while (count == 0 && System.nanoTime() < end);
        alertness.wasWorthIt(count != 0);
        return count;
    }

    @Override
    public int readNow(byte[] target, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(target, offset, length));
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadline, Inbound inbound) throws IOException {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, BLOCK);
            ByteBuffer block = buffer(part).put(source, offset + done, part).flip();
            done += part;
            while (block.hasRemaining()) {
                int count = channel.write(block);
                handedOver += count;
                if (count == 0) {
                    awaitRoom(deadline, inbound);
                }
            }
        }
    }

    private ByteBuffer buffer(int least) {
        if (out == null || out.capacity() < least) {
            out = ByteBuffer.allocateDirect(least > 8192 ? BLOCK : 8192);
        }
        return out.clear();
    }

    @Override
    public void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound)
            throws IOException {
        long done = 0;
        while (done < count) {
            long step = file.transferTo(position + done, count - done, channel);
            done += step;
            handedOver += step;
            if (step == 0) {
                if (position + done >= file.size()) {
                    throw new EOFException("the file is shorter than it was");
                }
                awaitRoom(deadline, inbound);
            }
        }
    }

    private void awaitRoom(long deadline, Inbound inbound) throws IOException {
        int wanted = SelectionKey.OP_WRITE | SelectionKey.OP_READ;
        while ((await(wanted, deadline) & SelectionKey.OP_WRITE) == 0) {
            if (!inbound.take()) {
                wanted = SelectionKey.OP_WRITE;
            }
        }
    }

    /** Waits until one of the operations is possible and returns those that are. */
    private int await(int operations, long deadline) throws IOException {
        try {
            key.interestOps(operations);
            while (true) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new SocketTimeoutException("timed out");
                }
                selector.selectedKeys().clear();
                selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
                if (Thread.currentThread().isInterrupted() || !channel.isOpen()) {
                    throw new ClosedChannelException();
                }
                if ((key.readyOps() & operations) != 0 && !selector.selectedKeys().isEmpty()) {
                    return key.readyOps();
                }
            }
        } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException e) {
            ClosedChannelException closed = new ClosedChannelException();
            closed.initCause(e);
            throw closed;
        }
    }

    @Override
    public long handedOver() {
        return handedOver;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // A socket that fails to close is as good as closed: nothing more can be done with it.
            return;
        }
    }
}
