// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.EOFException;
import java.io.IOException;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * A source as it is, for servers with BINARYMIME; a file is handed over as a file.
 *
 * @param source its octets
 * @param stamp taken at planning
 */
record BinaryBody(Source source, SourceStamp stamp) implements Body {

    /** A shorter file is not worth a transfer of its own. */
    private static final int SHORT = 32 * 1024;
    private static final int CHUNK = 128 * 1024;

    @Override
    public long length() {
        return stamp.length();
    }

    @Override
    public void writeTo(BlockOutput out) throws IOException {
        try (SourceReader reader = SourceReader.open(source, stamp)) {
            if (reader.file().isPresent() && stamp.length() > SHORT) {
                transfer(reader, out);
            } else {
                copy(reader, out);
            }
            reader.finish();
        }
    }

    private void transfer(SourceReader reader, BlockOutput out) throws IOException {
        try {
            out.transfer(reader.file().orElseThrow(), stamp.length());
        } catch (EOFException e) {
            ContentChangedException changed = new ContentChangedException(source.name(), "it had " + stamp.length()
                    + " octets and became shorter");
            changed.initCause(e);
            throw changed;
        }
    }

    private static void copy(SourceReader reader, BlockOutput out) throws IOException {
        byte[] block = new byte[(int) Math.min(reader.remaining(), CHUNK)];
        while (reader.remaining() > 0) {
            out.write(block, 0, reader.read(block, 0, block.length));
        }
    }

    @Override
    public void verify() throws IOException {
        stamp.verify(source);
    }
}
