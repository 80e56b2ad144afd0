// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A reply of the lab's own.
 *
 * @param code three digits (RFC 5321 section 4.2)
 * @param enhanced the enhanced status code (RFC 3463), or empty where none belongs
 * @param lines the text, a line each
 */
record Reply(int code, String enhanced, List<String> lines) {

    static Reply of(int code, String enhanced, String... lines) {
        return new Reply(code, enhanced, List.of(lines));
    }

    /** The reply on the wire, its enhanced code left out if that was not offered. */
    byte[] encoded(boolean withEnhanced) {
        String status = withEnhanced && !enhanced.isEmpty() ? enhanced + " " : "";
        StringBuilder text = new StringBuilder(64);
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            text.append(code).append(i < last ? '-' : ' ').append(status).append(lines.get(i)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    boolean positive() {
        return code / 100 == 2;
    }
}
