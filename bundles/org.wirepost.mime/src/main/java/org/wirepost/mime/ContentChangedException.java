// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A source is no longer what it was when the plan was made. Never more octets than planned have been written; what has
 * been written is not a whole message, so after DATA the connection must be closed without the final dot.
 */
public final class ContentChangedException extends MimeException {

    /**
     * Makes an exception for one source.
     *
     * @param source name of the source
     * @param what what differs, as the end of a sentence that begins with the name
     */
    public ContentChangedException(String source, String what) {
        super("\"" + FieldCheck.visible(source) + "\" has changed since the message was planned: " + what
                + ". Nothing was completed; plan the message again and send it.",
                Optional.of(source), OptionalLong.empty(), null);
    }
}
