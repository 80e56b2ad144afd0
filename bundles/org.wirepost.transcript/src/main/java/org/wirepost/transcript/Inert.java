// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

/**
 * Makes text from outside harmless to show: what could move a cursor, change a colour, reorder or hide other text
 * becomes a visible escape such as {@code \x1b} or {@code \u202e}.
 *
 * <p>Replaced are all control characters (C0 with tab and line ends, DEL, C1), all invisible format characters (bidi
 * overrides and isolates, zero-width characters, the byte order mark, tags), line and paragraph separators and
 * unpaired surrogates. Everything else stays as it is, a backslash too: the result is for reading, not for decoding.
 */
public final class Inert {

    private static final int FIRST_PLAIN = 0x20;
    private static final int FIRST_BEYOND_ASCII = 0x7F;

    private Inert() {
    }

    /**
     * Returns the text as one harmless line.
     *
     * @param text any text
     * @return the same object when nothing had to be replaced
     */
    public static String of(String text) {
        int first = firstUnsafe(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(safe, text.codePointAt(i));
        }
        return safe.toString();
    }

    /**
     * Returns the beginning of the text as one harmless line, with the number of characters left out.
     *
     * @param text any text
     * @param limit how many characters to take at most, at least 1
     * @return the line; longer than the limit by the escapes and the note
     */
    public static String of(String text, int limit) {
        if (text.length() <= limit) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return of(text.substring(0, end)) + " \u2026 (" + (text.length() - end) + " more characters)";
    }

    private static int firstUnsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PLAIN || c >= FIRST_BEYOND_ASCII && isUnsafe(text.codePointAt(i))) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return text.length();
    }

    private static void append(StringBuilder safe, int c) {
        if (c >= FIRST_PLAIN && c < FIRST_BEYOND_ASCII || !isUnsafe(c)) {
            safe.appendCodePoint(c);
        } else if (c <= 0xFF) {
            safe.append("\\x").append(hex(c, 2));
        } else if (c <= 0xFFFF) {
            safe.append("\\u").append(hex(c, 4));
        } else {
            safe.append("\\u{").append(hex(c, 5)).append('}');
        }
    }

    private static String hex(int c, int digits) {
        String hex = Integer.toHexString(c);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    /** Tells whether a character must not reach a terminal or a text view as it is. */
    static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isBlankLetter(c);
        };
    }

    /** Letters and symbols that show as nothing at all: the Hangul fillers and the empty Braille pattern. */
    private static boolean isBlankLetter(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }
}
