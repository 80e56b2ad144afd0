// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A message that cannot be made, or not with the limits given. The text is one sentence that names the input, the
 * reason and the remedy.
 */
public class MimeException extends IOException {

    private final transient Optional<String> part;
    private final transient OptionalLong offset;

    /**
     * Makes an exception that concerns the message as a whole.
     *
     * @param message one sentence
     */
    public MimeException(String message) {
        this(message, Optional.empty(), OptionalLong.empty(), null);
    }

    /**
     * Makes an exception with the place it concerns.
     *
     * @param message one sentence
     * @param part the path or the name of the part
     * @param offset octets from the start of the part's source
     * @param cause what led to it, or null
     */
    public MimeException(String message, Optional<String> part, OptionalLong offset, Throwable cause) {
        // Much of what is in a sentence was read from a file, and sentences end up on terminals.
        super(FieldCheck.visible(message), cause);
        this.part = Objects.requireNonNull(part, "part");
        this.offset = Objects.requireNonNull(offset, "offset");
    }

    /** Returns the part (its source's name or its path in the tree), if the fault lies in one part. */
    public Optional<String> part() {
        return part == null ? Optional.empty() : part;
    }

    /** Returns how many octets into the part's source the fault lies, if that is known. */
    public OptionalLong offset() {
        return offset == null ? OptionalLong.empty() : offset;
    }
}
