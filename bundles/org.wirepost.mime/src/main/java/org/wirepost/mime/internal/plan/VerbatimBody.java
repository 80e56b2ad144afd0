// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * A text source as it is, because a scan has found only lines that may be sent. Every block is scanned again before it
 * goes out: a file that has changed must not bring a lone CR or LF, or an octet above 127, onto the wire.
 *
 * @param source its octets
 * @param stamp taken at planning
 * @param checksum of the octets, taken at planning
 * @param eightBit whether octets above 127 were planned
 */
record VerbatimBody(Source source, SourceStamp stamp, long checksum, boolean eightBit) implements Body {

    private static final int CHUNK = 128 * 1024;

    @Override
    public long length() {
        return stamp.length();
    }

    @Override
    public void writeTo(BlockOutput out) throws IOException {
        try (SourceReader reader = SourceReader.openSumming(source, stamp)) {
            ContentScan scan = new ContentScan();
            byte[] block = new byte[(int) Math.min(stamp.length(), CHUNK)];
            while (reader.remaining() > 0) {
                int count = reader.read(block, 0, block.length);
                scan.update(block, 0, count);
                if (reader.remaining() == 0) {
                    scan.end();
                }
                check(scan);
                out.write(block, 0, count);
            }
            reader.finish(checksum);
        }
    }

    private void check(ContentScan scan) throws IOException {
        if (eightBit ? !scan.isLines() : !scan.isSevenBit()) {
            throw new ContentChangedException(source.name(), "it had nothing but " + (eightBit ? "" : "ASCII ")
                    + "lines that end with CRLF, and now has something else");
        }
    }

    @Override
    public void verify() throws IOException {
        stamp.verify(source);
    }
}
