// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.Deviation;
import org.wirepost.lab.Deviation.Kind;

/**
 * Goes over a message's octets once, in any pieces: finds the end behind DATA, takes the stuffed dots out (RFC 5321
 * section 4.5.2), and notes what is wrong with the content. Only CRLF ends a line, only CRLF.CRLF ends a message.
 */
public final class ContentScanner {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long FOURTEENS = 0x0E0E0E0E0E0E0E0EL;
    private static final int LONGEST_LINE = 998;
    private static final byte[] CARRIAGE_RETURN = {'\r'};

    private enum At { LINE_START, WITHIN, AFTER_CR, AFTER_DOT, AFTER_DOT_CR, END }

    private final boolean dotted;
    private final boolean eightBitAllowed;
    private final boolean binary;
    private final Map<Kind, Deviation> deviations = new EnumMap<>(Kind.class);
    private At at = At.LINE_START;
    private long offset;
    private long lineStart;
    private int kept;

    /** For a message by DATA (dotted) or by BDAT. */
    public ContentScanner(boolean dotted, BodyKind body) {
        this.dotted = dotted;
        eightBitAllowed = body != BodyKind.SEVEN_BIT;
        binary = body == BodyKind.BINARY_MIME;
    }

    /** Whether the final dot has come. */
    public boolean ended() {
        return at == At.END;
    }

    /** How many octets were consumed, as they came over the wire. */
    public long octets() {
        return offset;
    }

    /** What was wrong, the first of each kind. */
    public List<Deviation> deviations() {
        return List.copyOf(deviations.values());
    }

    /**
     * Consumes octets up to {@code to}, or up to the end of the message.
     *
     * @return the index behind the last octet consumed
     */
    public int scan(byte[] bytes, int from, int to, ContentSink sink) {
        if (binary && !dotted) {
            sink.write(bytes, from, to - from);
            offset += to - from;
            return to;
        }
        kept = from;
        int i = from;
        while (i < to && at != At.END) {
            if (at == At.WITHIN) {
                int next = skipOrdinary(bytes, i, to);
                offset += next - i;
                i = next;
            }
            if (i < to) {
                octet(bytes, i, sink);
                offset++;
                i++;
            }
        }
        if (at != At.AFTER_DOT && at != At.AFTER_DOT_CR && at != At.END) {
            sink.write(bytes, kept, i - kept);
        }
        return i;
    }

    /** An octet that may change the state. {@code kept} is where the octets not yet written begin. */
    private void octet(byte[] bytes, int index, ContentSink sink) {
        byte octet = bytes[index];
        if (at == At.LINE_START && dotted && octet == '.') {
            sink.write(bytes, kept, index - kept);
            kept = index + 1;
            lineStart++;
            at = At.AFTER_DOT;
        } else if (at == At.AFTER_DOT && octet == '\r') {
            // Held back until it is known whether this is the end.
            kept = index + 1;
            at = At.AFTER_DOT_CR;
        } else if (at == At.AFTER_DOT_CR && octet == '\n') {
            at = At.END;
        } else {
            if (at == At.AFTER_DOT_CR) {
                sink.write(CARRIAGE_RETURN, 0, 1);
            }
            ordinary(octet);
        }
    }

    private void ordinary(byte octet) {
        boolean afterCr = at == At.AFTER_CR || at == At.AFTER_DOT_CR;
        if (octet == '\n' && afterCr) {
            endLine();
            return;
        }
        if (afterCr) {
            note(Kind.BARE_CR, offset - 1, "A carriage return without a line feed in the content");
        }
        at = octet == '\r' ? At.AFTER_CR : At.WITHIN;
        if (octet == '\n') {
            note(Kind.BARE_LF, offset, "A line feed without a carriage return in the content");
        } else if (octet == 0) {
            note(Kind.NUL, offset, "A NUL in the content");
        } else if (octet < 0 && !eightBitAllowed) {
            note(Kind.EIGHT_BIT, offset, "An octet above 127 in a message declared as 7BIT");
        }
    }

    private void endLine() {
        if (offset - 1 - lineStart > LONGEST_LINE) {
            note(Kind.LONG_LINE, lineStart, "A line of " + (offset - 1 - lineStart)
                    + " octets where 998 are allowed");
        }
        lineStart = offset + 1;
        at = At.LINE_START;
    }

    private void note(Kind kind, long where, String words) {
        if (!binary && !deviations.containsKey(kind)) {
            deviations.put(kind, new Deviation(kind, where, words + ", at octet " + where + "."));
        }
    }

    /** The next octet that is a control up to CR or above 127; eight at a time as long as there are none. */
    private static int skipOrdinary(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            long eight = (long) LONGS.get(bytes, i);
            if (((eight | (eight - FOURTEENS)) & HIGH_BITS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] > '\r') {
            i++;
        }
        return i;
    }
}
