// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.nio.charset.StandardCharsets;

/** The boundary of a multipart, as it stands at the beginning of a line (RFC 2046 section 5.1.1). */
final class Delimiter {

    /** What a line is to a multipart. */
    enum Match { NONE, OPENS_PART, ENDS_MULTIPART }

    private final byte[] octets;

    Delimiter(String boundary) {
        octets = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Looks at a line; behind the boundary only two hyphens and white space may follow. */
    Match match(LineCursor line) {
        if (line.length() < octets.length) {
            return Match.NONE;
        }
        for (int i = 0; i < octets.length; i++) {
            if (line.at(i) != octets[i]) {
                return Match.NONE;
            }
        }
        int at = octets.length;
        boolean ends = at + 1 < line.length() && line.at(at) == '-' && line.at(at + 1) == '-';
        at += ends ? 2 : 0;
        while (at < line.length() && (line.at(at) == ' ' || line.at(at) == '\t')) {
            at++;
        }
        if (at < line.length()) {
            return Match.NONE;
        }
        return ends ? Match.ENDS_MULTIPART : Match.OPENS_PART;
    }
}
