// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.Stamp;

/**
 * A source put together from ranges of another source and bytes in memory, copied on the fly: the way to take something
 * out of a file or to put something in without a temporary file. Its length is known before anything is read.
 */
public final class Splice implements Source {

    /** A stretch of the content. */
    sealed interface Piece {
        long length();
    }

    /** Bytes of the underlying source. */
    record Range(long offset, long length) implements Piece {

        Range {
            if (offset < 0 || length < 0) {
                throw new IllegalArgumentException("not a range: " + offset + ", " + length);
            }
        }

        private boolean isFollowedBy(Range next) {
            return offset + length == next.offset;
        }
    }

    /** Bytes in memory. */
    record Literal(byte[] bytes) implements Piece {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    private final Source source;
    private final Optional<Stamp> stamp;
    private final List<Piece> pieces;
    private final long length;

    private Splice(Source source, Optional<Stamp> stamp, List<Piece> pieces) {
        this.source = source;
        this.stamp = stamp;
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToLong(Piece::length).sum();
    }

    /**
     * Starts a splice of a source, whose name it keeps. Start it before the source is looked at: if the source is a
     * file and is written to from then on, the splice refuses to be read.
     *
     * @throws IOException if the file is not there
     */
    public static Builder of(Source source) throws IOException {
        return new Builder(source);
    }

    /** The source underneath. */
    Source underneath() {
        return source;
    }

    /** The same splice of a source that stands for the same bytes. */
    Splice over(Source same) {
        return new Splice(same, stamp, pieces);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long length() throws IOException {
        Stamp.check(source, stamp);
        return length;
    }

    /**
     * Opens the content at its first byte.
     *
     * @throws IOException now or while reading, if the underlying source cannot be read or has changed
     */
    @Override
    public InputStream open() throws IOException {
        Stamp.check(source, stamp);
        return new SpliceStream(source, pieces.iterator());
    }

    /** Collects the pieces in the order in which they come out. */
    public static final class Builder {

        private final Source source;
        private final Optional<Stamp> stamp;
        private final List<Piece> pieces = new ArrayList<>();

        private Builder(Source source) throws IOException {
            this.source = Objects.requireNonNull(source, "source");
            this.stamp = Stamp.of(source);
        }

        /** Appends bytes of the source. */
        public Builder keep(long offset, long length) {
            Range range = new Range(offset, length);
            if (length == 0) {
                return this;
            }
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last) instanceof Range before && before.isFollowedBy(range)) {
                pieces.set(last, new Range(before.offset, before.length + length));
            } else {
                pieces.add(range);
            }
            return this;
        }

        /** Appends bytes from memory; copied. */
        public Builder put(byte[] bytes) {
            if (bytes.length > 0) {
                pieces.add(new Literal(bytes.clone()));
            }
            return this;
        }

        /** The finished source. */
        public Splice build() {
            return new Splice(source, stamp, pieces);
        }
    }
}
