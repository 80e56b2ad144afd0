// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.HandlerException;
import org.wirepost.mime.attachment.Prepared;

/** Content that a handler's own code makes while it is sent, read block by block through the guard. */
final class ForeignSource implements Source {

    private static final int BLOCK = 1 << 16;

    private final Prepared prepared;
    private final Entry entry;
    private final GuardedCalls calls;
    private final String name;
    private final long length;

    ForeignSource(Prepared prepared, Entry entry, GuardedCalls calls) {
        this.prepared = prepared;
        this.entry = entry;
        this.calls = calls;
        this.name = prepared.name();
        this.length = prepared.length();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() throws IOException {
        return new Blocks(calls.streaming(entry, "opening the content of " + name, () -> {
            InputStream in = prepared.open();
            if (in == null) {
                throw new NullPointerException("nothing was opened");
            }
            return in;
        }));
    }

    private HandlerException lied(String what) {
        String words = "promised " + length + " bytes for " + name + " and gave " + what;
        entry.fault(words);
        return new HandlerException(entry.owner(), true, "The handler " + entry.owner() + " " + words + ".", null);
    }

    /** Reads ahead one block at a time and holds the handler to the length it has named. */
    private final class Blocks extends InputStream {

        private final InputStream in;
        private byte[] block = {};
        private int at;
        private long total;

        Blocks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return fill() ? block[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (len == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(len, block.length - at);
            System.arraycopy(block, at, b, off, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at < block.length) {
                return true;
            }
            // A new array each time: a handler that was left behind may still write into the old one.
            block = calls.streaming(entry, "giving the content of " + name, () ->
                    Objects.requireNonNull(in.readNBytes(BLOCK), "no bytes and no end"));
            at = 0;
            total += block.length;
            if (total > length) {
                throw lied("more");
            }
            if (block.length == 0 && total < length) {
                throw lied("only " + total);
            }
            return block.length > 0;
        }

        @Override
        public void close() throws IOException {
            calls.streaming(entry, "closing the content of " + name, () -> {
                in.close();
                return true;
            });
        }
    }
}
