// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.util.Set;

/** Texts in the sources that are written for machines: words of protocols and of formats. */
final class NotForPeople {

    private static final Set<String> TEXTS = Set.of(
            "Content-Type: text/plain; charset=", "Thu, 01 Jan 1970 00:00:00 +0000", "text/html; charset=utf-8",
            "text/plain; charset=utf-8", "ISO ", "Photoshop 3.0\0", ", pin=", ", clientKey=", " LAST", " SIZE=",
            " BODY=BINARYMIME", " BODY=8BITMIME", "MAIL FROM:<", " RET=", " ENVID=", "RCPT TO:<", " ORCPT=",
            "auth=Bearer ", "Client Key", "Server Key", "EC ", "not accepted by client preferences",
            "Received fatal alert", "a signature by ",
            "unrecognized SSL message", "Unrecognized SSL message", "No subject alternative", "No name matching",
            "this is a client", "caused by ", "total ", "PRIVATE KEY-----", "Application Support",
            "account ", "no space left", "quota exceeded", "not enough space",
            "smtp://[user@]host[:port] or smtps://[user@]host[:port]");

    private NotForPeople() {
    }

    static boolean contains(String text) {
        return TEXTS.contains(text) || text.startsWith("amp 38 ") || text.startsWith("') <");
    }
}
