// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.Objects;

/**
 * A value that may not stand in a message: a line break in a header, a file name with a control character, an address
 * without domain. Thrown by constructors and builders; the text is one sentence that names the field, the reason and
 * the remedy.
 */
public final class InvalidFieldException extends IllegalArgumentException {

    private final String field;

    /**
     * Makes an exception.
     *
     * @param field what the value was for, such as "subject" or "file name"
     * @param message one sentence
     */
    public InvalidFieldException(String field, String message) {
        super(message);
        this.field = Objects.requireNonNull(field, "field");
    }

    /** Returns what the value was for, such as "subject" or "file name". */
    public String field() {
        return field;
    }
}
