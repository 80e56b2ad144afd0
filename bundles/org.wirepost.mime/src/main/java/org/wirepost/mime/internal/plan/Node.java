// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import org.wirepost.mime.PartPlan;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.header.HeaderWriter;

/** A part of a message that is being planned: knows its header, its content and, once laid out, where they stand. */
abstract sealed class Node permits FileLeaf, MessageLeaf, Multipart, TextLeaf {

    private long headerStart;
    private long bodyStart;
    private long bodyEnd;

    /** Returns the transfer encoding. */
    abstract TransferEncoding encoding();

    /** Writes the fields from Content-Type on, without Content-Transfer-Encoding. */
    abstract void fields(HeaderWriter out);

    /** Appends the body. */
    abstract void content(Layout layout);

    /** Describes the part; to be called after it was laid out. */
    abstract PartPlan describe(String path);

    /**
     * Appends header and body.
     *
     * @param layout takes them
     * @param start where the header begins; before this position if fields of the message precede
     */
    final void layOut(Layout layout, long start) {
        headerStart = start;
        HeaderWriter out = new HeaderWriter(layout.literal());
        fields(out);
        if (!(this instanceof Multipart) || encoding() != TransferEncoding.SEVEN_BIT) {
            out.simple("Content-Transfer-Encoding", encoding().token());
        }
        layout.literal().line();
        bodyStart = layout.position();
        content(layout);
        bodyEnd = layout.position();
    }

    final PartPlan.Range header() {
        return new PartPlan.Range(headerStart, bodyStart);
    }

    final PartPlan.Range body() {
        return new PartPlan.Range(bodyStart, bodyEnd);
    }
}
