// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.nio.charset.StandardCharsets;

/** Character classes of RFC 5322, and quoting. */
public final class Ascii {

    /** One bit for each class. */
    private static final byte ATEXT = 1;
    private static final byte TOKEN = 2;
    private static final byte[] CLASS = new byte[128];

    static {
        String alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        for (char c : (alphanumeric + "!#$%&'*+-/=?^_`{|}~").toCharArray()) {
            CLASS[c] |= ATEXT;
        }
        for (char c : (alphanumeric + "!#$%&'*+-.^_`{|}~").toCharArray()) {
            CLASS[c] |= TOKEN;
        }
    }

    private Ascii() {
    }

    /**
     * Tells whether a text has no character above 127.
     *
     * @param text any text
     * @return true also for the empty text
     */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the length of a text in UTF-8.
     *
     * @param text any text
     * @return as many octets as characters if it is ASCII
     */
    public static int octets(String text) {
        return is(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Tells whether a character may stand in an atom (RFC 5322 section 3.2.3); ASCII only.
     *
     * @param c any character
     * @return whether it is atext
     */
    public static boolean isAtext(int c) {
        return c < 128 && (CLASS[c] & ATEXT) != 0;
    }

    /**
     * Tells whether a character may stand in a MIME token (RFC 2045 section 5.1).
     *
     * @param c any character
     * @return whether it needs no quotes
     */
    public static boolean isToken(int c) {
        return c < 128 && (CLASS[c] & TOKEN) != 0;
    }

    /**
     * Tells whether a text can stand without quotes as the local part of an address; letters beyond ASCII count as
     * atext (RFC 6532 section 3.2).
     *
     * @param text any text
     * @return whether it is a dot-atom
     */
    public static boolean isDotAtom(String text) {
        boolean dot = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (dot) {
                    return false;
                }
                dot = true;
            } else if (isWordChar(c)) {
                dot = false;
            } else {
                return false;
            }
        }
        return !dot;
    }

    /**
     * Tells whether a character may stand in a word without quotes: those of RFC 5322 section 3.2.3, and beyond ASCII
     * all (RFC 6532 section 3.2) but the wide blank.
     *
     * @param c any character
     */
    public static boolean isWordChar(char c) {
        return c > 0x9F && c != '\u3000' || isAtext(c);
    }

    /**
     * Puts a text into quotes, with backslashes where needed.
     *
     * @param text any text without control characters
     * @return a quoted-string (RFC 5322 section 3.2.4)
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
