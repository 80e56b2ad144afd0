// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.encode.QuotedPrintable;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * A text source as quoted-printable.
 *
 * @param source its octets
 * @param stamp taken at planning
 * @param checksum of the octets, taken at planning
 * @param length octets when encoded, found by encoding at planning
 */
record QuotedBody(Source source, SourceStamp stamp, long checksum, long length) implements Body {

    private static final int CHUNK = 32 * 1024;

    @Override
    public void writeTo(BlockOutput out) throws IOException {
        try (SourceReader reader = SourceReader.openSumming(source, stamp)) {
            QuotedPrintable encoder = new QuotedPrintable();
            byte[] in = new byte[(int) Math.min(stamp.length(), CHUNK)];
            ByteBuilder encoded = new ByteBuilder(in.length + in.length / 2);
            long written = 0;
            int kept = 0;
            while (reader.remaining() > 0) {
                int end = kept + reader.read(in, kept, in.length - kept);
                boolean last = reader.remaining() == 0;
                encoded.size(0);
                int next = encoder.encode(in, 0, end, last, encoded);
                written += encoded.size();
                check(last ? written == length : written <= length);
                out.write(encoded.array(), 0, encoded.size());
                kept = end - next;
                System.arraycopy(in, next, in, 0, kept);
            }
            reader.finish(checksum);
        }
    }

    private void check(boolean asPlanned) throws IOException {
        if (!asPlanned) {
            throw new ContentChangedException(source.name(), "encoded it had " + length
                    + " octets and now has another number");
        }
    }

    @Override
    public void verify() throws IOException {
        stamp.verify(source);
    }
}
