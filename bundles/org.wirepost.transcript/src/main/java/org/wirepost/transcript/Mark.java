// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

/** What kind of line a transcript line is, told by two characters at its beginning and never by colour alone. */
public enum Mark {
    /** Sent by the client. */
    SENT("C:"),
    /** Received from the server. */
    RECEIVED("S:"),
    /** A fact about the session. */
    NOTE("* "),
    /** A warning or a failure. */
    WARNING("! ");

    private final String text;

    Mark(String text) {
        this.text = text;
    }

    /** Returns the two characters. */
    public String text() {
        return text;
    }
}
