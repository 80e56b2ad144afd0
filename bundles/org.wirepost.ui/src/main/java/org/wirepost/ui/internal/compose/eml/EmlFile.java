// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.wirepost.mime.Limits;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;

/** A message file whose parts can be read. */
final class EmlFile implements Closeable {

    private static final int LONGEST_HEADER = 1 << 20;

    private final Path copy;
    private final FileChannel channel;
    private final PartPlan root;

    /**
     * Opens a message file.
     *
     * @param file the file
     * @param scratch folder for a copy with the line ends of the standard; removed when closed
     * @throws IOException when it is no message, or cannot be read
     */
    EmlFile(Path file, Path scratch) throws IOException {
        MimePlan plan = MimePlan.ofEml(Source.of(file), Limits.BINARY.withUtf8());
        root = plan.root();
        copy = Files.createTempFile(scratch, "opened", ".eml");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            plan.writeTo(out);
        }
        channel = FileChannel.open(copy);
    }

    PartPlan root() {
        return root;
    }

    PartHeader header(PartPlan part) throws IOException {
        try (InputStream in = stream(part.header())) {
            return new PartHeader(in.readNBytes(LONGEST_HEADER));
        }
    }

    /** Returns the content of a part, its transfer encoding undone. */
    InputStream content(PartPlan part) throws IOException {
        InputStream raw = stream(part.body());
        if (part.encoding() == TransferEncoding.BASE64) {
            return Base64.getMimeDecoder().wrap(raw);
        }
        return part.encoding() == TransferEncoding.QUOTED_PRINTABLE ? new QuotedPrintableStream(raw) : raw;
    }

    /** Returns the text of a part with LF line ends. */
    String text(PartPlan part, int longest) throws IOException {
        PartHeader header = header(part);
        byte[] octets;
        try (InputStream in = content(part)) {
            octets = in.readNBytes(longest + 1);
        }
        if (octets.length > longest) {
            throw new IOException("The text of the message is longer than " + longest + " octets");
        }
        Charset charset = charset(header.parameter("content-type", "charset").orElse("utf-8"));
        String text = new String(octets, charset).replace("\r\n", "\n").replace("\0", "");
        boolean flowed = header.parameter("content-type", "format").filter("flowed"::equalsIgnoreCase).isPresent();
        return flowed ? FlowedText.joined(text, header.parameter("content-type", "delsp")
                .filter("yes"::equalsIgnoreCase).isPresent()) : text;
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            // Every ASCII text is a UTF-8 text, and some programs say the one and write the other.
            return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private InputStream stream(PartPlan.Range range) throws IOException {
        channel.position(range.start());
        return new Stretch(Channels.newInputStream(channel), range.length());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(copy);
    }

    /** So many octets of a stream that is not its own. */
    private static final class Stretch extends InputStream {

        private final InputStream in;
        private long left;

        Stretch(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = in.read(octets, offset, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }
    }
}
