// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.encode.Base64Lines;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * A source in base64. It is read once for each writing, never before.
 *
 * @param source its octets
 * @param stamp taken at planning
 */
record Base64Body(Source source, SourceStamp stamp) implements Body {

    /** Shorter bodies share a block with what stands around them. */
    private static final int SHORT = 24 * 1024;

    /** What fills a block when encoded. */
    private static final int CHUNK = BlockOutput.BASE64_LINES * Base64Lines.OCTETS_PER_LINE;

    @Override
    public long length() {
        return Base64Lines.encodedLength(stamp.length());
    }

    @Override
    public void writeTo(BlockOutput out) throws IOException {
        try (SourceReader reader = SourceReader.open(source, stamp)) {
            Base64Lines encoder = new Base64Lines();
            byte[] in = new byte[(int) Math.min(stamp.length(), CHUNK)];
            if (in.length <= SHORT) {
                byte[] encoded = new byte[(int) length()];
                reader.read(in, 0, in.length);
                encoder.encode(in, 0, in.length, false, encoded, 0);
                out.write(encoded, 0, encoded.length);
            } else {
                writeBlocks(reader, encoder, in, out);
            }
            reader.finish();
        }
    }

    private static void writeBlocks(SourceReader reader, Base64Lines encoder, byte[] in, BlockOutput out)
            throws IOException {
        byte[] block = out.takeBlock();
        while (reader.remaining() > 0) {
            int count = reader.read(in, 0, in.length);
            int end = encoder.encode(in, 0, count, reader.remaining() > 0, block, 0);
            out.emitWithoutDots(end);
        }
    }

    @Override
    public void verify() throws IOException {
        stamp.verify(source);
    }
}
