// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.wirepost.lab.ReplyStyle;

/** What the lab sends, held back until {@link #flush()} and then cut into writes as wanted. */
public final class Output {

    private final WireLog log;
    private final Shutdown shutdown;
    private final ReplyStyle style;
    private OutputStream out;
    private byte[] held = new byte[1024];
    private int length;

    Output(OutputStream out, WireLog log, Shutdown shutdown, ReplyStyle style) {
        this.out = out;
        this.log = log;
        this.shutdown = shutdown;
        this.style = style;
    }

    void switchTo(OutputStream next) {
        out = next;
    }

    /** Holds these bytes for the next flush. */
    public void write(byte[] bytes) {
        if (length + bytes.length > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, length + bytes.length));
        }
        System.arraycopy(bytes, 0, held, length, bytes.length);
        length += bytes.length;
    }

    /** Sends what is held, in the server's usual style. */
    public void flush() throws IOException {
        flush(style, Duration.ZERO);
    }

    /** Sends what is held in pieces, with this time between two. */
    public void flush(ReplyStyle cut, Duration interval) throws IOException {
        int from = 0;
        int end = length;
        length = 0;
        while (from < end) {
            int to = pieceEnd(cut, from, end);
            log.sent(held, from, to - from);
            out.write(held, from, to - from);
            out.flush();
            from = to;
            if (from < end) {
                shutdown.pause(interval);
            }
        }
    }

    private int pieceEnd(ReplyStyle cut, int from, int end) {
        return switch (cut) {
            case WHOLE -> end;
            case BY_BYTE -> from + 1;
            case BY_LINE -> lineEnd(from, end);
        };
    }

    private int lineEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            if (held[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }
}
