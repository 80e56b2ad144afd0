// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.Attachment;
import org.wirepost.mime.Limits;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.encode.EncodingChoice;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.source.SourceStamp;
import org.wirepost.mime.internal.text.MediaType;

/** An attached file; its octets arrive as they are. */
final class FileLeaf extends Node {

    static final MediaType OCTETS = new MediaType("application", "octet-stream", List.of());

    private final Attachment attachment;
    private final MediaType type;
    private final String charset;
    private final EncodingChoice choice;
    private final Body body;
    private final long size;

    private FileLeaf(Attachment attachment, MediaType type, String charset, EncodingChoice choice, SourceStamp stamp,
            Optional<SourceScan> scan) {
        this.attachment = attachment;
        this.type = type;
        this.charset = charset;
        this.choice = choice;
        this.size = stamp.length();
        Source source = attachment.source();
        long checksum = scan.map(SourceScan::checksum).orElse(0L);
        this.body = switch (choice.encoding()) {
            case SEVEN_BIT -> new VerbatimBody(source, stamp, checksum, false);
            case EIGHT_BIT -> new VerbatimBody(source, stamp, checksum, true);
            case QUOTED_PRINTABLE -> new QuotedBody(source, stamp, checksum, scan.orElseThrow().quoted().octets());
            case BASE64 -> new Base64Body(source, stamp);
            case BINARY -> new BinaryBody(source, stamp);
        };
    }

    /**
     * Looks at a file. Texts are read once, to choose their encoding; others are not read.
     *
     * @param attachment the file
     * @param limits what the server takes
     * @param fingerprint reads along what is sent as it is, if given
     * @return the part
     */
    static FileLeaf of(Attachment attachment, Limits limits, Optional<MessageDigest> fingerprint) throws IOException {
        MediaType type = MediaType.parse(attachment.type());
        SourceStamp stamp = SourceStamp.of(attachment.source());
        boolean composite = type.type().equals("message");
        if (!type.type().equals("text") && !composite || stamp.length() == 0) {
            if (limits.binary() && fingerprint.isPresent()) {
                SourceScan.of(attachment.source(), stamp, fingerprint);
            }
            return new FileLeaf(attachment, type, "", EncodingChoice.forFile(type.essence(), stamp.length(), limits),
                    stamp, Optional.empty());
        }
        SourceScan scan = SourceScan.of(attachment.source(), stamp, fingerprint);
        EncodingChoice choice = EncodingChoice.forTextFile(scan.content(), limits, scan.quoted());
        if (composite && choice.encoding() != TransferEncoding.SEVEN_BIT
                && choice.encoding() != TransferEncoding.EIGHT_BIT) {
            return opaque(attachment, stamp, OCTETS, choice.reason().get());
        }
        boolean utf8 = !composite && scan.content().isUtf8() && scan.content().nul().count() == 0;
        return new FileLeaf(attachment, type, utf8 ? "utf-8" : "", choice, stamp, Optional.of(scan));
    }

    /**
     * Makes a part of a message that cannot be embedded as one.
     *
     * @param attachment the message
     * @param stamp its stamp
     * @param type the type it gets instead
     * @param why why it cannot be embedded
     * @return the part, in base64
     */
    static FileLeaf opaque(Attachment attachment, SourceStamp stamp, MediaType type, String why) {
        return new FileLeaf(attachment, type, "", new EncodingChoice(TransferEncoding.BASE64, () -> why
                + "; sent as " + type.essence() + ", for " + attachment.type() + " may not be in base64"), stamp,
                Optional.empty());
    }

    @Override
    TransferEncoding encoding() {
        return choice.encoding();
    }

    @Override
    void fields(HeaderWriter out) {
        AttachmentFields.write(out, attachment, type, charset, size);
    }

    @Override
    void content(Layout layout) {
        layout.add(body);
    }

    @Override
    PartPlan describe(String path) {
        return new PartPlan(path, type.essence(), Optional.of(attachment.name()).filter(name -> !name.isEmpty()),
                choice.encoding(), choice.reason().get(), size, header(), body(), List.of());
    }
}
