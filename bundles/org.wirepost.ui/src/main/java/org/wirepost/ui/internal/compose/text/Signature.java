// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

/** The signature below a text, set off by the line {@code "-- "} (RFC 3676 section 4.3). */
public final class Signature {

    /** The line above a signature. */
    public static final String MARK = "-- ";

    private Signature() {
    }

    /**
     * Puts a signature in the place of another.
     *
     * @param body the text
     * @param old the signature that was put there; empty for none
     * @param fresh the one to stand there; empty for none
     * @return the text; unchanged when a person has changed the old one, or signed it
     */
    public static String replace(String body, String old, String fresh) {
        String block = block(old);
        if (!body.endsWith(block) || block.isEmpty() && start(body) < body.length()) {
            return body;
        }
        return body.substring(0, body.length() - block.length()) + block(fresh);
    }

    /** Returns the signature with what stands before it; two free lines are left to write in. */
    private static String block(String signature) {
        return signature.isBlank() ? "" : "\n\n" + MARK + "\n" + signature.strip();
    }

    /**
     * Returns where the signature begins.
     *
     * @param body the text
     * @return index of the line that sets it off, or the length of the text when there is none
     */
    public static int start(String body) {
        if (body.startsWith(MARK + "\n")) {
            return 0;
        }
        int at = body.lastIndexOf("\n" + MARK + "\n");
        return at < 0 ? body.length() : at + 1;
    }
}
