// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.plan.BlockOutput;
import org.wirepost.mime.internal.plan.Body;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * A message file with its edits. What goes out is scanned once more, so that a file that has changed brings neither
 * octets above 127 nor overlong lines onto a wire that does not take them.
 *
 * @param source the message
 * @param stamp taken at planning
 * @param checksum of the octets, taken at planning
 * @param edits in order, not overlapping
 * @param closing whether a line end has to be added
 * @param encoding what was planned: 7bit, 8bit or binary
 * @param length octets written
 */
record EmlBody(Source source, SourceStamp stamp, long checksum, List<Edit> edits, boolean closing,
        TransferEncoding encoding, long length) implements Body {

    private static final int CHUNK = 32 * 1024;

    /** Takes the rewritten message piece by piece. */
    @FunctionalInterface
    private interface Pieces {
        void accept(ByteBuilder piece) throws IOException;
    }

    @Override
    public void writeTo(BlockOutput out) throws IOException {
        ContentScan scan = new ContentScan();
        run(piece -> {
            scan.update(piece.array(), 0, piece.size());
            check(scan.length() <= length, scan);
            out.write(piece.array(), 0, piece.size());
        }, new ArrayList<>());
        scan.end();
        check(scan.length() == length, scan);
    }

    /**
     * Reads the source and finds how long each recoded stretch becomes.
     *
     * @return the edits with their lengths
     */
    List<Edit> measured() throws IOException {
        List<Edit> measured = new ArrayList<>();
        run(piece -> { }, measured);
        return measured;
    }

    private void check(boolean fits, ContentScan scan) throws IOException {
        boolean allowed = switch (encoding) {
            case SEVEN_BIT -> scan.eightBit().count() == 0 && scan.nul().count() == 0 && scan.longLines().count() == 0;
            case EIGHT_BIT -> scan.nul().count() == 0 && scan.longLines().count() == 0;
            default -> true;
        };
        if (!fits || !allowed) {
            throw new ContentChangedException(source.name(), "its lines are not those that were read at planning");
        }
    }

    private void run(Pieces to, List<Edit> measured) throws IOException {
        try (SourceReader reader = SourceReader.openSumming(source, stamp)) {
            byte[] in = new byte[(int) Math.min(stamp.length(), CHUNK)];
            ByteBuilder out = new ByteBuilder(2 * in.length + 2);
            long position = 0;
            for (Edit edit : edits) {
                recode(reader, edit.from().file() - position, new Recoder.Lines(), in, out, to);
                long count = edit.to().file() - edit.from().file();
                if (edit.action() == Edit.Action.REPLACE) {
                    recode(reader, count, new Recoder.Lines(), in, out, piece -> { });
                    out.size(0);
                    out.add(edit.replacement());
                    to.accept(out);
                    measured.add(edit);
                } else {
                    measured.add(edit.measured(recode(reader, count, edit.action().recoder(), in, out, to)));
                }
                position = edit.to().file();
            }
            recode(reader, reader.remaining(), new Recoder.Lines(), in, out, to);
            if (closing) {
                out.size(0);
                out.line();
                to.accept(out);
            }
            reader.finish(checksum);
        }
    }

    private static long recode(SourceReader reader, long count, Recoder recoder, byte[] in, ByteBuilder out, Pieces to)
            throws IOException {
        long written = 0;
        long left = count;
        while (left > 0) {
            int read = reader.read(in, 0, (int) Math.min(in.length, left));
            left -= read;
            out.size(0);
            recoder.update(in, 0, read, left == 0, out);
            written += out.size();
            to.accept(out);
        }
        return written;
    }

    @Override
    public void verify() throws IOException {
        stamp.verify(source);
    }
}
