// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.encode.EncodingChoice.QuotedLength;
import org.wirepost.mime.internal.encode.QuotedPrintable;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * What reading a text source once has told.
 *
 * @param content lines and octets
 * @param quoted its length as quoted-printable
 * @param checksum of its octets
 */
record SourceScan(ContentScan content, QuotedLength quoted, long checksum) {

    /** Longer texts are not considered for quoted-printable. */
    private static final long LONGEST_QUOTED = 16L << 20;
    private static final int CHUNK = 32 * 1024;

    /**
     * Reads a source.
     *
     * @param source a text
     * @param stamp its stamp
     * @param fingerprint reads along, if given
     * @return what was found
     */
    static SourceScan of(Source source, SourceStamp stamp, Optional<MessageDigest> fingerprint) throws IOException {
        boolean quote = stamp.length() <= LONGEST_QUOTED;
        ContentScan scan = new ContentScan();
        QuotedPrintable encoder = new QuotedPrintable();
        long quoted = 0;
        long checksum;
        try (SourceReader reader = SourceReader.openSumming(source, stamp)) {
            byte[] in = new byte[(int) Math.min(stamp.length(), CHUNK)];
            ByteBuilder encoded = new ByteBuilder(0);
            int kept = 0;
            while (reader.remaining() > 0) {
                int count = reader.read(in, kept, in.length - kept);
                scan.update(in, kept, count);
                if (fingerprint.isPresent()) {
                    fingerprint.get().update(in, kept, count);
                }
                if (quote) {
                    int end = kept + count;
                    encoded.size(0);
                    int next = encoder.encode(in, 0, end, reader.remaining() == 0, encoded);
                    quoted += encoded.size();
                    kept = end - next;
                    System.arraycopy(in, next, in, 0, kept);
                }
            }
            reader.finish();
            checksum = reader.checksum();
        }
        scan.end();
        long length = quoted;
        return new SourceScan(scan, quote ? () -> length : QuotedLength.NOT_WORTH_IT, checksum);
    }
}
