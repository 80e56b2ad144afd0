// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

/** How a part is to be shown (RFC 2183). */
public enum Disposition {

    /** Shown in its place within the message. */
    INLINE("inline"),

    /** Offered as a file. */
    ATTACHMENT("attachment");

    private final String token;

    Disposition(String token) {
        this.token = token;
    }

    /** Returns the word as it stands in a header. */
    public String token() {
        return token;
    }
}
