// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A link between one client and its server that is cut behind exactly so many octets of one direction. */
final class CutLink implements AutoCloseable {

    /** How the link ends. */
    enum How { FIN, RST, STALL, DRIP }

    private static final int KEPT = 64 * 1024;
    private static final long DRIP_MILLIS = 20;

    private final ServerSocket listener;
    private final int server;
    private final boolean upward;
    private final long at;
    private final How how;
    private final Direction up = new Direction();
    private final Direction down = new Direction();
    private final CountDownLatch running = new CountDownLatch(2);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean cut;
    private Socket client;
    private Socket peer;

    /** What went one way. */
    private static final class Direction {
        /** What was read, also behind the cut. */
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final ByteArrayOutputStream forwarded = new ByteArrayOutputStream();
        private long octets;
    }

    /**
     * @param server the port of the server on this machine
     * @param upward whether the octets of the client are counted, else those of the server
     * @param at how many are let through
     * @param how what happens then
     */
    CutLink(int server, boolean upward, long at, How how) throws IOException {
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.server = server;
        this.upward = upward;
        this.at = at;
        this.how = how;
        start(this::run);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Returns all that the client sent, cut or not. */
    String sentByClient() {
        return text(up.read);
    }

    /** Returns what the server sent as far as it was let through. */
    String reachedClient() {
        return text(down.forwarded);
    }

    long octets(boolean ofClient) {
        return (ofClient ? up : down).octets;
    }

    private static String text(ByteArrayOutputStream octets) {
        synchronized (octets) {
            return octets.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cut-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            client = listener.accept();
            peer = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            peer.setTcpNoDelay(true);
        } catch (IOException e) {
            running.countDown();
            running.countDown();
            return;
        }
        start(() -> pump(peer, client, down, !upward));
        pump(client, peer, up, upward);
    }

    private void pump(Socket from, Socket to, Direction direction, boolean counted) {
        byte[] block = new byte[16 * 1024];
        try {
            if (counted && at == 0) {
                cut();
            }
            InputStream in = from.getInputStream();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                keep(direction.read, block, count);
                pass(to, direction, block, count, counted);
            }
            if (!to.isOutputShutdown()) {
                to.shutdownOutput();
            }
        } catch (IOException e) {
            reset();
        } finally {
            running.countDown();
        }
    }

    private void pass(Socket to, Direction direction, byte[] block, int count, boolean counted) throws IOException {
        int part = counted ? (int) Math.min(count, Math.max(0, at - direction.octets)) : count;
        // DRIP lets everything through, the rest of the counted direction slowly.
        forward(to, direction, block, 0, part);
        if (counted && direction.octets >= at) {
            if (how == How.DRIP) {
                drip(to, direction, block, part, count);
            } else {
                cut();
            }
        }
    }

    private void forward(Socket to, Direction direction, byte[] block, int from, int count) throws IOException {
        synchronized (this) {
            if (cut || count == 0) {
                return;
            }
            direction.octets += count;
        }
        to.getOutputStream().write(block, from, count);
        byte[] part = Arrays.copyOfRange(block, from, from + count);
        keep(direction.forwarded, part, count);
    }

    private void drip(Socket to, Direction direction, byte[] block, int from, int end) throws IOException {
        try {
            for (int i = from; i < end; i++) {
                if (closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                forward(to, direction, block, i, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keep(ByteArrayOutputStream kept, byte[] block, int count) {
        synchronized (kept) {
            kept.write(block, 0, Math.min(count, KEPT - kept.size()));
        }
    }

    private void cut() throws IOException {
        synchronized (this) {
            if (cut) {
                return;
            }
            cut = true;
        }
        if (how == How.RST) {
            reset();
        } else if (how == How.FIN) {
            client.shutdownOutput();
            peer.shutdownOutput();
        }
    }

    private void reset() {
        for (Socket socket : new Socket[] {client, peer}) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It is closed already.
            }
        }
    }

    /** Waits until both ends have closed. */
    void awaitEnd() throws InterruptedException {
        closed.countDown();
        running.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        if (client != null && peer != null) {
            client.close();
            peer.close();
        }
    }
}
