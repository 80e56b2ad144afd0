// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.Objects;
import java.util.Optional;

import org.wirepost.mime.internal.text.FieldCheck;
import org.wirepost.mime.internal.text.MediaType;

/**
 * A file that goes with a message.
 *
 * @param source its octets, which arrive exactly as they are (an attached message excepted, whose line ends become
 *        CRLF)
 * @param type media type, also with parameters, such as {@code image/jpeg} or {@code text/calendar; method=REQUEST};
 *        a {@code message/rfc822} is embedded as a message and never in base64 (RFC 2046 section 5.2.1)
 * @param name file name for the receiver, in any script; empty for none
 * @param disposition shown in place or offered as a file
 * @param contentId the id that {@code cid:} links of the HTML text name, without angle brackets
 */
public record Attachment(Source source, String type, String name, Disposition disposition,
        Optional<String> contentId) {

    /** Refuses line breaks and other control characters, a malformed type or content id, and multipart types. */
    public Attachment {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(disposition, "disposition");
        name = FieldCheck.line("file name", name);
        contentId = contentId.map(id -> FieldCheck.messageId("content id", id));
        MediaType media = MediaType.parse(type);
        if (media.type().equals("multipart")) {
            throw new InvalidFieldException("media type", "\"" + name + "\" cannot be attached as " + media.essence()
                    + ": a multipart is built from its parts. Use message/rfc822 or application/octet-stream.");
        }
    }

    /**
     * Makes an attachment named as its source.
     *
     * @param source its octets
     * @param type media type
     * @return an attachment that is offered as a file
     */
    public static Attachment of(Source source, String type) {
        return new Attachment(source, type, source.name(), Disposition.ATTACHMENT, Optional.empty());
    }

    /**
     * Makes an attachment for the HTML text to show.
     *
     * @param source its octets
     * @param type media type
     * @param contentId the id that {@code cid:} links name, such as {@code logo@example.org}
     * @return an inline attachment named as its source
     */
    public static Attachment inline(Source source, String type, String contentId) {
        return new Attachment(source, type, source.name(), Disposition.INLINE, Optional.of(contentId));
    }
}
