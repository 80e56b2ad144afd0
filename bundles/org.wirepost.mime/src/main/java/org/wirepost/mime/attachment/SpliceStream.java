// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

import org.wirepost.mime.Source;

/** Reads the pieces of a {@link Splice} one after the other; the underlying source is opened when first needed. */
final class SpliceStream extends InputStream {

    private final Source source;
    private final Iterator<Splice.Piece> pieces;
    private Splice.Piece piece;
    private long done;
    private InputStream in;
    private long inPosition;

    SpliceStream(Source source, Iterator<Splice.Piece> pieces) {
        this.source = source;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        while (piece == null || done == piece.length()) {
            if (!pieces.hasNext()) {
                return -1;
            }
            piece = pieces.next();
            done = 0;
        }
        int count = (int) Math.min(len, piece.length() - done);
        if (piece instanceof Splice.Literal literal) {
            System.arraycopy(literal.bytes(), (int) done, b, off, count);
        } else if (piece instanceof Splice.Range range) {
            count = readSource(range.offset() + done, b, off, count);
        }
        done += count;
        return count;
    }

    private int readSource(long position, byte[] b, int off, int len) throws IOException {
        seek(position);
        int count = in.read(b, off, len);
        if (count < 0) {
            throw shorter();
        }
        inPosition += count;
        return count;
    }

    private void seek(long position) throws IOException {
        if (in == null || inPosition > position) {
            close();
            in = source.open();
            inPosition = 0;
        }
        if (inPosition < position) {
            try {
                in.skipNBytes(position - inPosition);
            } catch (EOFException e) {
                throw shorter();
            }
            inPosition = position;
        }
    }

    private EOFException shorter() {
        return new EOFException(source.name() + " has become shorter since it was looked at; attach it again.");
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
