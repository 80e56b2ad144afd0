// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

/** Makes text of a server harmless to show: on one line, of bounded length, without characters that steer a display. */
final class Inert {

    private Inert() {}

    /**
     * Makes the text harmless.
     *
     * @param text any text
     * @param most how many characters are kept
     * @return the text, with U+FFFD for each character that is not shown as it is, and an ellipsis where it was cut
     */
    static String text(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : 0xFFFD));
        if (text.codePointCount(0, text.length()) > most) {
            shown.append('\u2026');
        }
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
