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
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.eml.EmlPlan;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.source.SourceStamp;
import org.wirepost.mime.internal.text.MediaType;

/** A message within a message: 7bit, 8bit or binary, and nothing else (RFC 2046 section 5.2.1). */
final class MessageLeaf extends Node {

    private static final MediaType GLOBAL = new MediaType("message", "global", List.of());

    private final Attachment attachment;
    private final MediaType type;
    private final EmlPlan plan;

    private MessageLeaf(Attachment attachment, MediaType type, EmlPlan plan) {
        this.attachment = attachment;
        this.type = type;
        this.plan = plan;
    }

    /**
     * Reads a message that is to be embedded.
     *
     * @param attachment the message
     * @param limits what the server takes
     * @param fingerprint reads along, if given
     * @return the part: a message if that can be, else a file
     */
    static Node of(Attachment attachment, Limits limits, Optional<MessageDigest> fingerprint) throws IOException {
        SourceStamp stamp = SourceStamp.of(attachment.source());
        if (fingerprint.isPresent()) {
            SourceScan.of(attachment.source(), stamp, fingerprint);
        }
        EmlPlan plan = EmlPlan.of(attachment.source(), stamp, limits, false, false);
        if (plan.problem().isPresent()) {
            return FileLeaf.opaque(attachment, stamp, FileLeaf.OCTETS, "the file " + plan.problem().get());
        }
        if (plan.hasEightBitHeaders() && !limits.eightBit()) {
            // RFC 6532 section 3.7: a message with UTF-8 in its headers has a type of its own, of which base64 is
            // allowed.
            return FileLeaf.opaque(attachment, stamp, plan.hasUtf8Headers() ? GLOBAL : FileLeaf.OCTETS,
                    "the message has octets above 127 in its headers, and the server does not take 8BITMIME");
        }
        return new MessageLeaf(attachment, MediaType.parse(attachment.type()), plan);
    }

    @Override
    TransferEncoding encoding() {
        return plan.encoding();
    }

    @Override
    void fields(HeaderWriter out) {
        AttachmentFields.write(out, attachment, type, "", plan.body().length());
    }

    @Override
    void content(Layout layout) {
        layout.add(plan.body());
    }

    @Override
    PartPlan describe(String path) {
        String reason = "an embedded message is never in base64 (RFC 2046 section 5.2.1)";
        if (plan.recoded() > 0) {
            reason += "; parts within it encoded anew: " + plan.recoded();
        }
        return new PartPlan(path, type.essence(), Optional.of(attachment.name()).filter(name -> !name.isEmpty()),
                encoding(), reason, plan.body().length(), header(), body(),
                List.of(plan.describe(path + ".1", body().start())));
    }
}
