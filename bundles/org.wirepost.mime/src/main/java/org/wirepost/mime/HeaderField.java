// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A header field beyond those that {@link Message} manages.
 *
 * @param name field name, printable ASCII without colon
 * @param value the text as the reader shall see it, in any script and unfolded; the writer encodes and folds it
 */
public record HeaderField(String name, String value) {

    /** Refuses a name that is none, a name that {@link Message} manages, and control characters in the value. */
    public HeaderField {
        name = FieldCheck.customName(name);
        value = FieldCheck.value("header " + name, value);
    }
}
