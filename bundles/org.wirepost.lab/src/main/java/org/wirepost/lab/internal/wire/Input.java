// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.wirepost.lab.SessionEnd;

/** What a client sends, read in blocks and handed out as lines or as octets. */
public final class Input {

    private static final int BLOCK = 64 * 1024;

    private final byte[] buffer = new byte[BLOCK];
    private final Output output;
    private final WireLog log;
    private InputStream in;
    private int position;
    private int limit;

    Input(InputStream in, Output output, WireLog log) {
        this.in = in;
        this.output = output;
        this.log = log;
    }

    /** Goes on with another stream; what is still buffered is dropped and counted. */
    int switchTo(InputStream next) {
        int dropped = limit - position;
        in = next;
        position = 0;
        limit = 0;
        return dropped;
    }

    /** The octets that were read and not yet consumed are {@code array()[position()]} up to {@code limit()}. */
    public byte[] array() {
        return buffer;
    }

    public int position() {
        return position;
    }

    public int limit() {
        return limit;
    }

    public int buffered() {
        return limit - position;
    }

    public void consume(int octets) {
        position += octets;
    }

    /** Whether the client has sent more than was consumed. */
    public boolean ready() throws IOException {
        return position < limit || in.available() > 0;
    }

    /**
     * Reads at least one more octet. Replies still held back go out first, since the client may be waiting for them.
     *
     * @throws SessionEnded if the client has closed
     */
    public void fill() throws IOException {
        output.flush();
        makeRoom();
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new SessionEnded(SessionEnd.CLIENT_CLOSED);
        }
        log.received(buffer, limit, read);
        limit += read;
    }

    private void makeRoom() {
        if (position == limit) {
            position = 0;
            limit = 0;
        } else if (limit == buffer.length) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
    }

    /**
     * A line the client sent.
     *
     * @param text without its end; empty if it was too long
     * @param octets its length with its end
     * @param bareLineFeed whether it ended without a carriage return
     * @param tooLong whether it was longer than allowed
     */
    public record Line(String text, int octets, boolean bareLineFeed, boolean tooLong) { }

    /** The next line. One that is longer than {@code most} octets with its end is read over and marked. */
    public Line line(int most) throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = position + scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return take(i + 1 - position, most);
                }
            }
            scanned = limit - position;
            if (scanned > most) {
                return skipLine();
            }
            fill();
        }
    }

    private Line take(int octets, int most) {
        int from = position;
        position += octets;
        if (octets > most) {
            return new Line("", octets, false, true);
        }
        boolean carriageReturn = octets > 1 && buffer[from + octets - 2] == '\r';
        int length = octets - (carriageReturn ? 2 : 1);
        return new Line(new String(buffer, from, length, StandardCharsets.UTF_8), octets, !carriageReturn, false);
    }

    private Line skipLine() throws IOException {
        int octets = 0;
        while (true) {
            while (position < limit) {
                octets++;
                if (buffer[position++] == '\n') {
                    return new Line("", octets, false, true);
                }
            }
            fill();
        }
    }

    /** Reads and drops until the client closes. */
    void drain() throws IOException {
        try {
            while (true) {
                position = limit;
                fill();
            }
        } catch (SessionEnded e) {
            if (e.end() != SessionEnd.CLIENT_CLOSED) {
                throw e;
            }
        }
    }
}
