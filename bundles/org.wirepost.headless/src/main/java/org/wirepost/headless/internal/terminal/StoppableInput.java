// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Standard input that can be given up: reading a terminal or a pipe cannot be broken off, so a thread of its own does
 * it, which is left behind in that case. It reads one block ahead, and nothing before the first call.
 */
public final class StoppableInput extends InputStream {

    private static final int BLOCK = 65_536;

    private final InputStream source;
    private byte[] ready = new byte[0];
    private int position;
    private boolean begun;
    private boolean ended;
    private boolean stopped;
    private IOException failure;

    /**
     * Wraps a stream.
     *
     * @param source read by this object only
     */
    public StoppableInput(InputStream source) {
        this.source = source;
    }

    /** Lets every call that waits, and every later one, fail with an {@link InterruptedIOException}. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        begin();
        awaitOctets();
        if (position == ready.length) {
            return -1;
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        notifyAll();
        return count;
    }

    @Override
    public synchronized int available() {
        return ready.length - position;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::pump, "wirepost-stdin");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void awaitOctets() throws IOException {
        try {
            while (position == ready.length && !ended && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        if (stopped) {
            throw new InterruptedIOException("cancelled");
        }
        if (position == ready.length && failure != null) {
            throw failure;
        }
    }

    private void pump() {
        byte[] block = new byte[BLOCK];
        try {
            for (int n = source.read(block); n >= 0; n = source.read(block)) {
                if (!hand(block, n)) {
                    return;
                }
            }
            end(null);
        } catch (IOException e) {
            end(e);
        }
    }

    private synchronized boolean hand(byte[] block, int length) {
        try {
            while (position < ready.length && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        ready = Arrays.copyOf(block, length);
        position = 0;
        notifyAll();
        return !stopped;
    }

    private synchronized void end(IOException why) {
        failure = why;
        ended = true;
        notifyAll();
    }
}
