// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.io.IOException;
import java.io.InputStream;

import org.wirepost.mime.attachment.Call;

/** Reads a stream in large blocks and knows the position in it. Stops when the call is cancelled. */
final class ByteFeed {

    private static final int LEAST_BLOCK = 256;
    private static final int LARGEST_BLOCK = 1 << 16;

    private final InputStream in;
    private final Call call;
    private final byte[] block;
    private long base;
    private int at;
    private int limit;

    /**
     * @param length how many bytes to expect
     */
    ByteFeed(InputStream in, long length, Call call) {
        this.block = new byte[(int) Math.max(LEAST_BLOCK, Math.min(length + 1, LARGEST_BLOCK))];
        this.in = in;
        this.call = call;
    }

    /** Position of the next byte. */
    long position() {
        return base + at;
    }

    /** The next byte, or -1 at the end. */
    int next() throws IOException {
        return fill() ? block[at++] & 0xFF : -1;
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() throws IOException {
        return fill() ? block[at] & 0xFF : -1;
    }

    /** Takes up to {@code length} bytes; fewer only at the end. */
    int take(byte[] into, int length) throws IOException {
        int done = 0;
        while (done < length && fill()) {
            int count = Math.min(length - done, limit - at);
            System.arraycopy(block, at, into, done, count);
            at += count;
            done += count;
        }
        return done;
    }

    /** Goes to the next 0xFF without taking it; false at the end. */
    boolean seekMarker() throws IOException {
        while (fill()) {
            int i = at;
            while (i < limit && block[i] != (byte) 0xFF) {
                i++;
            }
            at = i;
            if (i < limit) {
                return true;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        if (at < limit) {
            return true;
        }
        if (call.cancelled()) {
            throw new IOException("cancelled");
        }
        base += limit;
        at = 0;
        limit = Math.max(0, in.read(block, 0, block.length));
        return limit > 0;
    }
}
