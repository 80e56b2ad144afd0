// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

/**
 * Finds where a text may be cut without tearing apart what a reader sees as one character: a letter and its accents, a
 * family of emoji joined by zero-width joiners, a flag. A light form of UAX 29, without its tables.
 */
public final class Clusters {

    private static final int ZWJ = 0x200D;

    private Clusters() {
    }

    /**
     * Returns where the cluster that begins at an index ends.
     *
     * @param text well-formed UTF-16
     * @param start index of its first character
     * @return index behind it
     */
    public static int end(String text, int start) {
        int point = text.codePointAt(start);
        int at = start + Character.charCount(point);
        boolean flag = isRegional(point);
        while (at < text.length()) {
            int next = text.codePointAt(at);
            if (flag && isRegional(next)) {
                flag = false;
            } else if (!extendsCluster(next)) {
                return at;
            }
            at += Character.charCount(next);
            if (next == ZWJ && at < text.length() && text.charAt(at) > 127) {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return at;
    }

    private static boolean extendsCluster(int point) {
        if (point < 0x300) {
            return false;
        }
        if (point == ZWJ || point >= 0x1F3FB && point <= 0x1F3FF || point >= 0xE0020 && point <= 0xE007F
                || point >= 0x1160 && point <= 0x11FF) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isRegional(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    /**
     * Returns the number of octets of a piece of text in UTF-8.
     *
     * @param text well-formed UTF-16
     * @param start index of the first character
     * @param end index behind the last
     * @return octets
     */
    public static int octets(String text, int start, int end) {
        int octets = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                octets++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                octets += 2;
            } else {
                octets += 3;
            }
        }
        return octets;
    }
}
