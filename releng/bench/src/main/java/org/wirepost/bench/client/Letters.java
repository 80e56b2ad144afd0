// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

/** What is sent, the same by every client. */
final class Letters {

    static final String FROM = "Ann Author <ann@example.org>";
    static final String TO = "Rob Reader <rob@example.net>";
    static final String SHORT = "A line and no more.\r\n";

    /** With the header fields that clients add, about 2 KB. */
    private static final int LINES = 24;
    private static final String BODY = "Dear reader, this line is sixty-nine characters long without its end.\r\n"
            .repeat(LINES);

    private Letters() {
    }

    static String subject(int number) {
        return "Message number " + number;
    }

    static String text(int number) {
        return BODY.concat("This was number " + number + ".\r\n");
    }
}
