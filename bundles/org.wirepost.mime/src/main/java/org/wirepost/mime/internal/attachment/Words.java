// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

/** Text out of files and plug-ins, made safe to be printed on a terminal or shown in one line. */
public final class Words {

    private static final int LONGEST = 1000;

    private Words() {
    }

    /**
     * Replaces control characters, direction overrides and lone surrogates by a space or U+FFFD and cuts the text at
     * 1 000 characters.
     */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        int i = 0;
        while (i < text.length() && out.length() < LONGEST) {
            int c = text.codePointAt(i);
            out.appendCodePoint(isSafe(c) ? c : Character.isWhitespace(c) ? ' ' : '\uFFFD');
            i += Character.charCount(c);
        }
        if (i < text.length()) {
            out.append('…');
        }
        return out.toString();
    }

    private static boolean isClean(String text) {
        return text.length() <= LONGEST && text.codePoints().allMatch(Words::isSafe);
    }

    private static boolean isSafe(int c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !isDirection(c);
            default -> true;
        };
    }

    /** Marks that turn the direction of the text around them: they can make a name read as another one. */
    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }
}
