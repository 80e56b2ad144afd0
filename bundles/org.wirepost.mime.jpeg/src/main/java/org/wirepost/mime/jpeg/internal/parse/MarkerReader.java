// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;

/**
 * Takes a JPEG stream apart at its markers (ITU-T T.81, annex B) in one pass, whatever the bytes are. Where the
 * structure is broken it goes on at the next 0xFF that may begin a marker, as decoders do.
 */
public final class MarkerReader {

    /** Is told of the parts of a file in their order. */
    public interface Visitor {

        /** A marker with data. */
        void segment(Segment segment) throws IOException;

        /** Entropy-coded data of the scan whose header came last. */
        default void scan(long offset, long length) {
        }

        /** A marker without data where none belongs: a restart outside a scan, a second start. */
        default void lone(int marker, long offset) {
        }

        /** Bytes that belong to nothing. */
        default void stray(long offset, long length) {
        }
    }

    /** How a file ends. */
    public enum End {
        /** With the end marker. */
        COMPLETE,
        /** Within a segment or between segments. */
        CUT_IN_HEADER,
        /** Within entropy-coded data. */
        CUT_IN_SCAN,
        /** It did not begin as a JPEG. */
        NOT_JPEG
    }

    /**
     * Where and how reading ended.
     *
     * @param offset behind the end marker, or where the file ended
     * @param rest the first bytes behind the end marker, up to 4 096
     */
    public record Ending(End end, long offset, byte[] rest) {
    }

    private static final int REST = 4096;
    private static final byte[] NOTHING = {};

    private final ByteFeed feed;
    private final Visitor visitor;
    private byte[] data = new byte[512];
    /** The code of the marker that ended a scan, already taken; 0 when there is none. */
    private int pending;

    private MarkerReader(InputStream in, long length, Call call, Visitor visitor) {
        this.feed = new ByteFeed(in, length, call);
        this.visitor = visitor;
    }

    /**
     * Reads a file up to its end marker.
     *
     * @throws IOException if the file cannot be read, the call is cancelled or the visitor throws
     */
    public static Ending read(Source source, Call call, Visitor visitor) throws IOException {
        try (InputStream in = source.open()) {
            return new MarkerReader(in, source.length(), call, visitor).read();
        }
    }

    private Ending read() throws IOException {
        if (feed.next() != 0xFF || feed.next() != Marker.SOI) {
            return new Ending(End.NOT_JPEG, 0, NOTHING);
        }
        while (true) {
            int marker = nextMarker();
            if (marker < 0) {
                return cut(End.CUT_IN_HEADER);
            }
            long offset = feed.position() - 2;
            if (marker == Marker.EOI) {
                long end = feed.position();
                return new Ending(End.COMPLETE, end, feed.peek() < 0 ? NOTHING : rest());
            }
            if (Marker.standsAlone(marker)) {
                visitor.lone(marker, offset);
                continue;
            }
            Taken taken = segment(marker, offset);
            if (taken == Taken.CUT) {
                return cut(End.CUT_IN_HEADER);
            }
            if (taken == Taken.WHOLE && marker == Marker.SOS && !scan()) {
                return cut(End.CUT_IN_SCAN);
            }
        }
    }

    private byte[] rest() throws IOException {
        byte[] rest = new byte[REST];
        int count = feed.take(rest, REST);
        return Arrays.copyOf(rest, count);
    }

    private Ending cut(End end) {
        return new Ending(end, feed.position(), NOTHING);
    }

    /** Takes the next marker and whatever stands before it; -1 at the end of the file. */
    private int nextMarker() throws IOException {
        if (pending != 0) {
            int code = pending;
            pending = 0;
            return code;
        }
        long start = feed.position();
        while (feed.seekMarker()) {
            long found = feed.position();
            int code = 0xFF;
            while (code == 0xFF) {
                feed.next();
                code = feed.peek();
            }
            if (code > 0) {
                feed.next();
                strayTo(start, found);
                return code;
            }
        }
        strayTo(start, feed.position());
        return -1;
    }

    private void strayTo(long start, long end) {
        if (end > start) {
            visitor.stray(start, end - start);
        }
    }

    /** How much of a segment could be taken: all, nothing because its length cannot be, what was there. */
    private enum Taken {
        WHOLE, NOTHING, CUT
    }

    private Taken segment(int marker, long offset) throws IOException {
        int high = feed.next();
        int low = feed.next();
        if (low < 0) {
            return Taken.CUT;
        }
        int length = (high << 8 | low) - 2;
        if (length < 0) {
            visitor.stray(offset, Segment.HEAD);
            return Taken.NOTHING;
        }
        if (length > data.length) {
            data = new byte[length];
        }
        int count = feed.take(data, length);
        visitor.segment(new Segment(marker, offset, data, count, count == length));
        return count == length ? Taken.WHOLE : Taken.CUT;
    }

    /** Goes through entropy-coded data to the marker that ends it; false if the file ends first. */
    private boolean scan() throws IOException {
        long start = feed.position();
        while (feed.seekMarker()) {
            long found = feed.position();
            feed.next();
            int code = feed.peek();
            if (code > 0 && code != 0xFF && !Marker.isRestart(code)) {
                pending = feed.next();
                visitor.scan(start, found - start);
                return true;
            }
        }
        visitor.scan(start, feed.position() - start);
        return false;
    }
}
