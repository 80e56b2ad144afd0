// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.MimeSink;

/** Takes a stretch out of a message while it is written, and stops the writing behind it. */
final class Excerpt implements MimeSink {

    /** How much of a part is shown. */
    static final int LIMIT = 64 * 1024;

    /** Ends the writing; nothing is wrong. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final long start;
    private final long end;
    private final BooleanSupplier cancelled;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long position;

    private Excerpt(long start, long end, BooleanSupplier cancelled) {
        this.start = start;
        this.end = end;
        this.cancelled = cancelled;
    }

    /**
     * Reads octets of a message; not for the user interface thread.
     *
     * @param plan the message
     * @param start the first octet
     * @param end behind the last octet; no more than {@link #LIMIT} octets are taken
     * @param cancelled asked between blocks
     * @return the octets as text: UTF-8 where it is, unprintable ones as pictures
     * @throws IOException when a file has changed or cannot be read
     */
    static String read(MimePlan plan, long start, long end, BooleanSupplier cancelled) throws IOException {
        Excerpt excerpt = new Excerpt(start, Math.min(end, start + LIMIT), cancelled);
        try {
            plan.writeTo(excerpt);
        } catch (IOException e) {
            if (!(e instanceof Enough) && !(e.getCause() instanceof Enough)) {
                throw e;
            }
        }
        return printable(excerpt.taken.toString(StandardCharsets.UTF_8));
    }

    /** Line ends become those of the widget; other control characters get a picture each. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n");
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == '\n' || c == '\t' || c >= ' ' && c != 0x7f) {
                out.append(c);
            } else {
                out.append(c == 0x7f ? '\u2421' : (char) ('\u2400' + c));
            }
        }
        return out.toString();
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        long from = Math.max(start, position);
        long to = Math.min(end, position + length);
        if (to > from) {
            taken.write(octets, offset + (int) (from - position), (int) (to - from));
        }
        passed(length);
    }

    @Override
    public void transfer(FileChannel file, long at, long count) throws IOException {
        if (position + count <= start) {
            passed(count);
        } else {
            MimeSink.super.transfer(file, at, count);
        }
    }

    private void passed(long count) throws IOException {
        position += count;
        if (position >= end || cancelled.getAsBoolean()) {
            throw new Enough();
        }
    }
}
