// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import org.wirepost.mime.Attachment;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.header.Parameters;
import org.wirepost.mime.internal.text.Ascii;
import org.wirepost.mime.internal.text.MediaType;

/** Writes the header of an attached file. */
final class AttachmentFields {

    private AttachmentFields() {
    }

    /**
     * Writes Content-Type, Content-Disposition and Content-ID.
     *
     * @param out takes them
     * @param attachment what is attached
     * @param type its type, possibly another than the attachment gives
     * @param charset character set of a text whose type names none; empty for none
     * @param size octets before encoding
     */
    static void write(HeaderWriter out, Attachment attachment, MediaType type, String charset, long size) {
        out.begin("Content-Type");
        out.word(type.essence());
        for (MediaType.Parameter parameter : type.parameters()) {
            parameter(out, parameter);
        }
        if (!charset.isEmpty() && type.parameter("charset").isEmpty()) {
            Parameters.plain(out, "charset", charset);
        }
        boolean invitation = isInvitation(type);
        if (!attachment.name().isEmpty() && !invitation) {
            Parameters.legacyName(out, attachment.name());
        }
        out.end();
        if (!invitation) {
            disposition(out, attachment, size);
        }
        attachment.contentId().ifPresent(id -> out.simple("Content-ID", "<" + id + ">"));
    }

    /** Tells whether a type is a calendar object that asks something of the reader (RFC 6047 section 2.4). */
    static boolean isInvitation(MediaType type) {
        return type.essence().equals("text/calendar") && type.parameter("method").isPresent();
    }

    private static void parameter(HeaderWriter out, MediaType.Parameter parameter) {
        if (parameter.name().startsWith("name") && (parameter.name().length() == 4 || parameter.name()
                .charAt(4) == '*')) {
            return;
        }
        if (Ascii.is(parameter.value())) {
            Parameters.plain(out, parameter.name(), parameter.value());
        } else {
            Parameters.extended(out, parameter.name(), parameter.value());
        }
    }

    private static void disposition(HeaderWriter out, Attachment attachment, long size) {
        out.begin("Content-Disposition");
        out.word(attachment.disposition().token());
        if (size > 0) {
            // Some readers take a size of nought for a missing file.
            Parameters.plain(out, "size", Long.toString(size));
        }
        if (!attachment.name().isEmpty()) {
            Parameters.extended(out, "filename", attachment.name());
        }
        out.end();
    }
}
