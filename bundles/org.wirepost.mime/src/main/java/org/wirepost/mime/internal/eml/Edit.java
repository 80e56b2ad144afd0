// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.nio.charset.StandardCharsets;

/**
 * A change to a message file.
 *
 * @param from where the stretch begins that is changed
 * @param to where it ends
 * @param action what is done with it
 * @param replacement what stands there instead, if it is replaced
 * @param length octets of the result; known for recoded stretches once they have been measured
 */
record Edit(Place from, Place to, Action action, byte[] replacement, long length) {

    /** What is done with a stretch of a message. */
    enum Action {
        REPLACE, QUOTE, MEND_QUOTED, BASE64_LINES, BASE64_OCTETS, MEND_BASE64;

        Recoder recoder() {
            return switch (this) {
                case QUOTE -> new Recoder.Quoted(false);
                case MEND_QUOTED -> new Recoder.Quoted(true);
                case BASE64_LINES -> new Recoder.Base64(true);
                case BASE64_OCTETS -> new Recoder.Base64(false);
                case MEND_BASE64 -> new Recoder.Base64Mender();
                case REPLACE -> new Recoder.Lines();
            };
        }
    }

    static Edit replace(Place from, Place to, String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        return new Edit(from, to, Action.REPLACE, octets, octets.length);
    }

    static Edit recode(Place from, Place to, Action action) {
        return new Edit(from, to, action, new byte[0], 0);
    }

    Edit measured(long octets) {
        return new Edit(from, to, action, replacement, octets);
    }

    /** Tells whether the result stands at the end of the message and has no line end of its own. */
    boolean opensEnd(Place end) {
        boolean base64 = action == Action.BASE64_LINES || action == Action.BASE64_OCTETS
                || action == Action.MEND_BASE64;
        return base64 && to.equals(end);
    }

    /** Returns by how many octets the message grows, line ends apart. */
    long growth() {
        return length - (to.crlf() - from.crlf());
    }
}
