// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a {@link Script} has the server do at a {@link Stage}. */
public sealed interface Action {

    /** Bytes to be sent. */
    sealed interface Bytes extends Action permits Reply, Send, Flood {
        /** The bytes, verbatim. */
        byte[] bytes();
    }

    /** The reply in place of the usual one; the server then acts as its code says. */
    final class Reply implements Bytes {
        private final byte[] bytes;

        /** Keeps a copy. */
        public Reply(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /** The code of the first line, or 0 if it does not begin with three digits. */
        public int code() {
            String start = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.US_ASCII);
            return start.matches("[0-9]{3}") ? Integer.parseInt(start) : 0;
        }
    }

    /** Bytes beside the reply: garbage, or something behind it. */
    final class Send implements Bytes {
        private final byte[] bytes;

        /** Keeps a copy. */
        public Send(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The usual reply, here and now. */
    record Usual() implements Action { }

    /** The server does as usual, yet nothing is sent. */
    record Swallow() implements Action { }

    /** What was to be sent goes out, then the server waits. */
    record Delay(Duration time) implements Action { }

    /** From here on within this rule, bytes are cut like this, with this time between two writes. */
    record Pace(ReplyStyle style, Duration interval) implements Action { }

    /** An action that nothing can follow. */
    sealed interface Last extends Action permits Close, Reset, HalfClose, Stall, Flood { }

    /** The same bytes again and again until the client goes or the server is closed. */
    final class Flood implements Bytes, Last {
        private final byte[] bytes;

        /** Keeps a copy. */
        public Flood(byte[] bytes) {
            if (bytes.length == 0) {
                throw new IllegalArgumentException("A flood of nothing would never end: give at least one byte.");
            }
            this.bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The connection is closed in good order. */
    record Close() implements Last { }

    /** The connection is reset (SO_LINGER 0). */
    record Reset() implements Last { }

    /** The server sends its FIN and goes on reading until the client closes, so that what was sent surely arrives. */
    record HalfClose() implements Last { }

    /**
     * The server falls silent until the client goes or the server is closed.
     *
     * @param reading whether it takes what the client sends; if not, the client's writes come to a stop
     */
    record Stall(boolean reading) implements Last { }
}
