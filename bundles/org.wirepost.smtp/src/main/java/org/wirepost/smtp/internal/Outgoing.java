// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.wirepost.smtp.internal.wire.Wire;

/**
 * Collects what is to be sent, so that a flight of commands and a small message leave in one write, and the one place
 * where command lines become octets.
 */
final class Outgoing {

    private static final int ROOM = 64 * 1024;
    /** The most of a file that has to leave within one deadline: a slow line is no dead one. */
    private static final long SLICE = 1024 * 1024;

    private final byte[] buffer = new byte[ROOM];
    private final Wire.Inbound inbound;
    private final long blockNanos;
    private Wire wire;
    private int filled;
    private long queued;

    /**
     * @param wire where to
     * @param inbound takes input while a write has to wait
     * @param blockNanos how long the network may take for one block
     */
    Outgoing(Wire wire, Wire.Inbound inbound, long blockNanos) {
        this.wire = wire;
        this.inbound = inbound;
        this.blockNanos = blockNanos;
    }

    /** Goes on over another wire, after STARTTLS; nothing may be waiting then. */
    void switchTo(Wire other) {
        wire = other;
        queued = 0;
    }

    /** Returns the position in the stream behind all that was given so far. */
    long position() {
        return queued;
    }

    /** Returns the position up to which the octets are wholly handed to the network. */
    long handedOver() {
        return wire.handedOver();
    }

    /**
     * Takes a command line and ends it by CRLF; refuses control characters, separators of lines and paragraphs, and
     * unpaired surrogates.
     *
     * @return how many octets it has, CRLF included
     */
    int line(String text) throws IOException {
        int plain = text.length() + 2;
        if (plain <= ROOM) {
            makeRoom(plain);
            if (isPlain(text)) {
                return ended(plain);
            }
        }
        return encodedLine(text);
    }

    /** Puts a text of printable ASCII behind what is waiting; what is put there of another counts for nothing. */
    private boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return false;
            }
            buffer[filled + i] = (byte) c;
        }
        return true;
    }

    private int encodedLine(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029
                    || Character.isSurrogate(c) && !isPaired(text, i)) {
                throw new IllegalArgumentException("A command cannot contain the character "
                        + String.format("U+%04X", (int) c));
            }
        }
        // Encoded as UTF-8, never narrowed: a cast would turn U+560A into LF.
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int length = octets.length + 2;
        if (length > ROOM) {
            throw new IllegalArgumentException("A command cannot have more than " + ROOM + " octets");
        }
        makeRoom(length);
        System.arraycopy(octets, 0, buffer, filled, octets.length);
        return ended(length);
    }

    private void makeRoom(int length) throws IOException {
        if (ROOM - filled < length) {
            flush();
        }
    }

    private int ended(int length) {
        filled += length;
        buffer[filled - 2] = '\r';
        buffer[filled - 1] = '\n';
        queued += length;
        return length;
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** Takes octets; large blocks go straight to the network behind what is waiting. */
    void octets(byte[] source, int offset, int length) throws IOException {
        queued += length;
        int from = offset;
        int left = length;
        if (filled + left > ROOM) {
            int part = filled == 0 ? 0 : ROOM - filled;
            System.arraycopy(source, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
            flush();
            if (left > ROOM / 2) {
                wire.write(source, from, left, deadline(), inbound);
                return;
            }
        }
        System.arraycopy(source, from, buffer, filled, left);
        filled += left;
    }

    /** Takes a region of a file. */
    void region(FileChannel file, long position, long count) throws IOException {
        flush();
        queued += count;
        for (long done = 0; done < count; done += SLICE) {
            wire.transfer(file, position + done, Math.min(SLICE, count - done), deadline(), inbound);
        }
    }

    /** Hands all that is waiting to the network. */
    void flush() throws IOException {
        int length = filled;
        filled = 0;
        if (length > 0) {
            wire.write(buffer, 0, length, deadline(), inbound);
        }
    }

    /** Tells whether something waits to be flushed. */
    boolean isWaiting() {
        return filled > 0;
    }

    private long deadline() {
        return System.nanoTime() + blockNanos;
    }
}
