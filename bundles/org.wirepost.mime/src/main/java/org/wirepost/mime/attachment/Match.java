// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Locale;
import java.util.Objects;

import org.wirepost.mime.internal.attachment.MediaTypes;

/**
 * A handler's answer to {@link AttachmentHandler#match}.
 *
 * @param kind how sure the handler is
 * @param type the media type of the file without parameters, in lower case; empty for {@link Kind#NONE}
 */
public record Match(Kind kind, String type) {

    /** How sure a handler is, from not at all to certain. */
    public enum Kind {
        /** Not a file of this handler. */
        NONE,
        /** The name says so; the content has not been recognised. */
        NAME,
        /** The content looks like it, without a signature that settles it. */
        WEAK,
        /** The content carries the signature of the type. */
        MAGIC
    }

    /** Not a file of this handler. */
    public static final Match NONE = new Match(Kind.NONE, "");

    /**
     * @throws IllegalArgumentException if the type is not a media type (RFC 2045, section 5.1)
     */
    public Match {
        Objects.requireNonNull(kind, "kind");
        type = type.toLowerCase(Locale.ROOT);
        if (kind != Kind.NONE) {
            MediaTypes.check(type);
        }
    }

    /** A match by name. */
    public static Match name(String type) {
        return new Match(Kind.NAME, type);
    }

    /** A match by the look of the content. */
    public static Match weak(String type) {
        return new Match(Kind.WEAK, type);
    }

    /** A match by signature. */
    public static Match magic(String type) {
        return new Match(Kind.MAGIC, type);
    }
}
