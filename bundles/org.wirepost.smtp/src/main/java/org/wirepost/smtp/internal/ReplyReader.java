// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.internal.wire.Wire;

/**
 * Cuts the octets from the server into replies (RFC 5321 section 4.2), within bounds, however they arrive.
 *
 * <p>Tolerated and reported: lines ended by LF alone, empty lines before a reply. Everything else that is no reply is
 * an error, and the octets stay here to be reported.
 */
final class ReplyReader {

    /** The longest line, the largest reply, the most lines; RFC 5321 asks for 512 octets a line. */
    static final int LONGEST_LINE = 4096;
    static final int LARGEST_REPLY = 64 * 1024;
    static final int MOST_LINES = 256;
    /** Empty lines are let pass, but not for ever: they come without a reply that would end the wait. */
    static final int MOST_EMPTY_LINES = 64;
    private static final int MOST_UNREAD = 1024 * 1024;

    /** What was read is no reply. */
    static class NoReply extends IOException {
        private static final long serialVersionUID = 1L;

        NoReply(String message) {
            super(message);
        }
    }

    /** The connection ended within a reply. */
    static final class Cut extends NoReply {
        private static final long serialVersionUID = 1L;

        Cut() {
            super("The server closed the connection in the middle of a reply");
        }
    }

    /** Is told what deserves a warning. */
    interface Oddities {
        void bareLineFeed();

        void emptyLine(byte[] octets);
    }

    private final Oddities oddities;
    private byte[] buffer = new byte[8192];
    private int start;
    private int end;
    private int scanned;
    private int lineStart;
    private int lines;
    private int emptyLines;
    private int code;

    ReplyReader(Oddities oddities) {
        this.oddities = oddities;
    }

    /** Reads a whole reply, waiting for it; empty when the stream ends before it begins. */
    Optional<Reply> read(Wire wire, long deadline) throws IOException {
        while (true) {
            Optional<Reply> reply = buffered();
            if (reply.isPresent()) {
                return reply;
            }
            if (!await(wire, deadline)) {
                if (start == end) {
                    return Optional.empty();
                }
                throw new Cut();
            }
        }
    }

    /** Takes what has come, without waiting; returns false at the end of the stream or when the buffer is full. */
    boolean take(Wire wire) throws IOException {
        if (end - start >= MOST_UNREAD) {
            return false;
        }
        makeRoom();
        int count = wire.readNow(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count >= 0;
    }

    /** Waits for octets of whatever kind; returns false at the end of the stream. */
    boolean await(Wire wire, long deadline) throws IOException {
        makeRoom();
        int count = wire.read(buffer, end, buffer.length - end, deadline);
        end += Math.max(count, 0);
        return count >= 0;
    }

    /** Tells whether octets are there that no reply has been made of. */
    boolean hasOctets() {
        return end > start;
    }

    /** Tells whether the octets that no reply has been made of begin so. */
    boolean beginsWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return end - start >= wanted.length
                && Arrays.equals(buffer, start, start + wanted.length, wanted, 0, wanted.length);
    }

    /** Hands out the octets that no reply has been made of, and forgets them. */
    byte[] drain() {
        byte[] rest = Arrays.copyOfRange(buffer, start, end);
        start = end;
        restart();
        return rest;
    }

    /** Returns the next reply that is wholly here. */
    Optional<Reply> buffered() throws NoReply {
        while (scanned < end) {
            if (buffer[scanned++] == '\n') {
                if (endOfLine()) {
                    return Optional.of(take());
                }
            } else if (scanned - lineStart > LONGEST_LINE) {
                throw new NoReply("The server sent a line of more than " + LONGEST_LINE + " octets");
            }
        }
        return Optional.empty();
    }

    /** Looks at the line that ends before {@link #scanned}; returns whether it is the last of a reply. */
    private boolean endOfLine() throws NoReply {
        int stop = scanned - 1;
        if (stop > lineStart && buffer[stop - 1] == '\r') {
            stop--;
        } else {
            oddities.bareLineFeed();
        }
        if (stop == lineStart && lines == 0) {
            if (++emptyLines > MOST_EMPTY_LINES) {
                throw new NoReply("The server sent more than " + MOST_EMPTY_LINES + " empty lines and no reply");
            }
            oddities.emptyLine(Arrays.copyOfRange(buffer, start, scanned));
            start = scanned;
            restart();
            return false;
        }
        boolean last = parse(stop);
        lineStart = scanned;
        if (++lines > MOST_LINES || !last && scanned - start > LARGEST_REPLY) {
            throw new NoReply("The server sent a reply without end (more than " + MOST_LINES + " lines or "
                    + LARGEST_REPLY + " octets)");
        }
        return last;
    }

    private boolean parse(int stop) throws NoReply {
        int length = stop - lineStart;
        int number = length < 3 ? -1 : number(lineStart);
        if (number < 200 || number > 599 || length > 3 && buffer[lineStart + 3] != ' '
                && buffer[lineStart + 3] != '-') {
            throw new NoReply("The server sent something that is no SMTP reply: \"" + excerpt(stop) + "\"");
        }
        for (int i = lineStart; i < stop; i++) {
            if (buffer[i] == 0) {
                throw new NoReply("The server sent a reply that contains NUL");
            }
        }
        if (lines > 0 && number != code) {
            throw new NoReply("The server mixed the codes " + code + " and " + number + " in one reply");
        }
        code = number;
        return length == 3 || buffer[lineStart + 3] == ' ';
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; i < at + 3; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private String excerpt(int stop) {
        String text = new String(buffer, lineStart, Math.min(stop - lineStart, 60), StandardCharsets.ISO_8859_1);
        StringBuilder inert = new StringBuilder();
        text.chars().forEach(c -> inert.append(c < ' ' || c > '~' ? '?' : (char) c));
        return inert.toString();
    }

    private Reply take() {
        Reply reply = Reply.ofOctets(code, buffer, start, scanned);
        start = scanned;
        emptyLines = 0;
        restart();
        return reply;
    }

    private void restart() {
        scanned = start;
        lineStart = start;
        lines = 0;
        code = 0;
        if (start == end) {
            start = 0;
            end = 0;
            scanned = 0;
            lineStart = 0;
        }
    }

    private void makeRoom() {
        if (end < buffer.length) {
            return;
        }
        byte[] larger = start > buffer.length / 2 ? buffer : new byte[buffer.length * 2];
        System.arraycopy(buffer, start, larger, 0, end - start);
        scanned -= start;
        lineStart -= start;
        end -= start;
        start = 0;
        buffer = larger;
    }
}
