// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.PartPlan;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.header.Parameters;

/** Parts between boundaries (RFC 2046 section 5.1). */
final class Multipart extends Node {

    private final String subtype;
    private final List<Node> children;
    private String boundary = "";

    /**
     * Joins parts.
     *
     * @param subtype {@code mixed}, {@code related} or {@code alternative}
     * @param children at least one
     */
    Multipart(String subtype, List<Node> children) {
        this.subtype = subtype;
        this.children = List.copyOf(children);
    }

    /**
     * Draws the boundaries of this and all parts within. They contain {@code =_}, which neither quoted-printable nor
     * base64 can produce, and 128 bits that no other content can know; all have one length, so none begins another.
     */
    void drawBoundaries(Entropy entropy) {
        boundary = "=_" + entropy.token();
        for (Node child : children) {
            if (child instanceof Multipart multipart) {
                multipart.drawBoundaries(entropy);
            }
        }
    }

    /** Returns the widest encoding among the parts, for a multipart has to declare it (RFC 2045 section 6.4). */
    @Override
    TransferEncoding encoding() {
        TransferEncoding widest = TransferEncoding.SEVEN_BIT;
        for (Node child : children) {
            TransferEncoding encoding = child.encoding();
            if (encoding == TransferEncoding.BINARY) {
                return encoding;
            }
            if (encoding == TransferEncoding.EIGHT_BIT) {
                widest = encoding;
            }
        }
        return widest;
    }

    @Override
    void fields(HeaderWriter out) {
        out.begin("Content-Type");
        out.word("multipart/" + subtype);
        Parameters.plain(out, "boundary", boundary);
        if (subtype.equals("related")) {
            // RFC 2387 section 3.1: the type of the root, which is the first part.
            Parameters.plain(out, "type", children.get(0) instanceof Multipart root ? "multipart/" + root.subtype
                    : "text/html");
        }
        out.end();
    }

    @Override
    void content(Layout layout) {
        String delimiter = "--" + boundary;
        for (int i = 0; i < children.size(); i++) {
            ByteBuilder out = layout.literal();
            if (i > 0) {
                out.line();
            }
            out.add(delimiter);
            out.line();
            children.get(i).layOut(layout, layout.position());
        }
        ByteBuilder out = layout.literal();
        out.line();
        out.add(delimiter);
        out.add("--");
    }

    @Override
    PartPlan describe(String path) {
        List<PartPlan> plans = new ArrayList<>();
        for (Node child : children) {
            plans.add(child.describe(path + "." + (plans.size() + 1)));
        }
        TransferEncoding encoding = encoding();
        String reason = encoding == TransferEncoding.SEVEN_BIT ? "all parts within are encoded to ASCII lines"
                : "a part within is " + encoding.token();
        return new PartPlan(path, "multipart/" + subtype, Optional.empty(), encoding, reason, body().length(),
                header(), body(), plans);
    }
}
