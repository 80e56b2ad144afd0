// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.internal.text.FieldCheck;

/** An address that cannot be read, with the character at which reading stopped. */
public final class AddressException extends MimeException {

    private static final int WINDOW = 72;

    private final String input;
    private final int position;

    /**
     * Makes an exception.
     *
     * @param message one sentence: what is wrong and what to do
     * @param input the text as it was given
     * @param position index of the faulty character; the length of the input when something is missing at its end
     */
    public AddressException(String message, String input, int position) {
        super(message, Optional.empty(), OptionalLong.empty(), null);
        this.input = input;
        this.position = position;
    }

    /** Returns the text as it was given. */
    public String input() {
        return input;
    }

    /** Returns the index of the faulty character in {@link #input()}, or its length when something is missing. */
    public int position() {
        return position;
    }

    /**
     * Returns two lines: the text around the fault, and a caret below the faulty character. Characters that would
     * steer a display are shown as a question mark; a long text is cut to a window.
     */
    public String pointer() {
        int start = Math.max(0, Math.min(position - WINDOW / 2, input.length() - WINDOW));
        int end = Math.min(input.length(), start + WINDOW);
        StringBuilder text = new StringBuilder(2 * WINDOW + 8);
        int column = 0;
        if (start > 0) {
            text.append('…');
            column = 1;
        }
        for (int i = start; i < end; i++) {
            char c = input.charAt(i);
            text.append(Character.isSurrogate(c) || FieldCheck.isVisible(c) ? c : '?');
            boolean zeroWidth = Character.isLowSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (i < position && !zeroWidth) {
                column++;
            }
        }
        if (end < input.length()) {
            text.append('…');
        }
        return text.append('\n').append(" ".repeat(column)).append('^').toString();
    }
}
