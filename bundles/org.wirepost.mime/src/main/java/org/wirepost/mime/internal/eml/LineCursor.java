// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.IOException;

import org.wirepost.mime.internal.encode.ContentScan.Tally;
import org.wirepost.mime.internal.encode.Utf8Check;
import org.wirepost.mime.internal.source.SourceReader;

/**
 * Walks through a message line by line; a line may end with CRLF, LF or CR. A line longer than the buffer comes in
 * several pieces. Two positions are kept: in the file, and in the same file with CRLF line ends.
 */
final class LineCursor {

    private static final int BUFFER = 64 * 1024;

    private final SourceReader reader;
    private final byte[] buffer;
    private int filled;
    private int start;
    private int end;
    private int next;
    private long bufferOffset;
    private long crlfOffset;
    private long lineLength;
    private int lastBreak;
    private boolean first = true;
    private boolean opensLine = true;
    private boolean loneBreak;
    private Tally eightBit = new Tally();
    private Tally nul = new Tally();

    LineCursor(SourceReader reader) {
        this.reader = reader;
        this.buffer = new byte[(int) Math.min(BUFFER, Math.max(1, reader.remaining()))];
    }

    /**
     * Goes to the next line, or to the next piece of a long one.
     *
     * @return false at the end of the file
     */
    boolean next() throws IOException {
        if (!first) {
            int width = next - end;
            crlfOffset += end - start + (width > 0 ? 2 : 0);
            lastBreak = width;
            opensLine = width > 0;
            lineLength = width > 0 ? 0 : lineLength;
        }
        first = false;
        start = next;
        if (!find()) {
            return false;
        }
        lineLength += end - start;
        return true;
    }

    /** Finds the end of the line; reads more of the file when it is not in the buffer. */
    private boolean find() throws IOException {
        eightBit = new Tally();
        nul = new Tally();
        int i = start;
        while (true) {
            i = findBreak(i);
            if (i + 1 < filled || i < filled && buffer[i] == '\n') {
                return foundBreak(i);
            }
            if (reader.remaining() == 0) {
                return i < filled ? foundBreak(i) : piece(filled);
            }
            if (start == 0 && filled == buffer.length) {
                // A CR in the last place stays for the next piece, which knows what follows it.
                return piece(i);
            }
            i -= start;
            refill();
        }
    }

    private boolean piece(int index) {
        end = index;
        next = index;
        loneBreak = false;
        return end > start;
    }

    private boolean foundBreak(int i) {
        end = i;
        boolean pair = buffer[i] == '\r' && i + 1 < filled && buffer[i + 1] == '\n';
        next = pair ? i + 2 : i + 1;
        loneBreak = !pair;
        return true;
    }

    private int findBreak(int from) {
        int i = from;
        while (i < filled) {
            byte octet = buffer[i];
            if (octet <= '\r') {
                if (octet == '\r' || octet == '\n') {
                    return i;
                }
                if (octet < 0) {
                    eightBit.add(bufferOffset + i);
                } else if (octet == 0) {
                    nul.add(bufferOffset + i);
                }
            }
            i++;
        }
        return i;
    }

    /** Moves the line to the front of the buffer and fills the rest. */
    private void refill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        bufferOffset += start;
        filled -= start;
        start = 0;
        filled += reader.read(buffer, filled, buffer.length - filled);
    }

    byte[] buffer() {
        return buffer;
    }

    /** Returns the index of the first octet in the buffer. */
    int from() {
        return start;
    }

    /** Returns the number of octets without the line end. */
    int length() {
        return end - start;
    }

    /** Returns an octet of the line. */
    byte at(int index) {
        return buffer[start + index];
    }

    boolean startsWith(String text) {
        boolean starts = text.length() <= length();
        for (int i = 0; starts && i < text.length(); i++) {
            starts = at(i) == text.charAt(i);
        }
        return starts;
    }

    /** Tells whether this is the first piece of its line. */
    boolean opensLine() {
        return opensLine;
    }

    /** Tells whether the line ends here, other than by the end of the file. */
    boolean hasBreak() {
        return next > end;
    }

    /** Tells whether the line ends with CR or LF alone. */
    boolean hasLoneBreak() {
        return hasBreak() && loneBreak;
    }

    /** Returns the octets of the line so far, all pieces together. */
    long lineLength() {
        return lineLength;
    }

    Tally eightBit() {
        return eightBit;
    }

    Tally nul() {
        return nul;
    }

    /** Shows the octets above 127 of the line to a check. */
    void checkUtf8(Utf8Check check) {
        for (int i = start; eightBit.count() > 0 && i < end; i++) {
            if (buffer[i] < 0) {
                check.add(buffer[i], bufferOffset + i);
            }
        }
    }

    /** Returns where the line, or piece, begins. */
    Place place() {
        return new Place(bufferOffset + start, crlfOffset);
    }

    /** Returns where the next line begins. */
    Place after() {
        return new Place(bufferOffset + next, crlfOffset + end - start + (next > end ? 2 : 0));
    }

    /** Returns where the line before ended, without its line end. */
    Place beforeBreak() {
        return new Place(bufferOffset + start - lastBreak, crlfOffset - (lastBreak > 0 ? 2 : 0));
    }
}
