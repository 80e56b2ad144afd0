// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;


import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.text.Ascii;

/**
 * Writes header fields and folds them (RFC 5322 section 2.2.3): at 78 characters, and at 76 on a line that has an
 * encoded-word (RFC 2047 section 2).
 */
public final class HeaderWriter {

    private static final int LINE = 78;
    private static final int LINE_WITH_ENCODED_WORD = 76;

    private final ByteBuilder out;
    private int column;
    private int limit;
    /** Whether the line holds nothing but the field name, so that folding here would make a line without content. */
    private boolean fresh;

    /**
     * Makes a writer that appends.
     *
     * @param out takes the fields
     */
    public HeaderWriter(ByteBuilder out) {
        this.out = out;
    }

    /**
     * Begins a field; its first word follows after a blank.
     *
     * @param name field name
     */
    public void begin(String name) {
        out.add(name);
        out.add(':');
        column = name.length() + 1;
        limit = LINE;
        fresh = true;
    }

    /** Ends the field. */
    public void end() {
        out.line();
    }

    /**
     * Writes a field whose value is short and needs no folding.
     *
     * @param name field name
     * @param value ASCII
     */
    public void simple(String name, String value) {
        out.add(name);
        out.add(": ");
        out.add(value);
        out.line();
    }

    /**
     * Writes a blank, or a fold, and a word.
     *
     * @param word not to be broken
     */
    public void word(String word) {
        word(" ", word);
    }

    /**
     * Writes white space and a word; folds before the white space when the line would get too long.
     *
     * @param space at least one blank or tab
     * @param word not to be broken
     */
    void word(String space, String word) {
        int length = width(word);
        // Nothing stands on a line that was just folded; to fold once more would end the header.
        if (!fresh && column > 0 && column + space.length() + length > limit) {
            fold();
        }
        out.add(space);
        out.add(word);
        column += space.length() + length;
        fresh = false;
    }

    /**
     * Writes a semicolon and a parameter, on a new line unless both it and another semicolon fit on this one.
     *
     * @param parameter not to be broken
     */
    void parameter(String parameter) {
        glue(";");
        if (column + 1 + width(parameter) + 1 > limit) {
            fold();
        }
        word(parameter);
    }

    /**
     * Writes an encoded-word after a blank.
     *
     * @param word at most 75 characters, and at most {@link #roomForEncodedWord} of them
     */
    void encodedWord(String word) {
        limit = LINE_WITH_ENCODED_WORD;
        word(" ", word);
        limit = LINE_WITH_ENCODED_WORD;
    }

    /**
     * Returns how long an encoded-word on this line may be; never less than what {@link #breakLine} would give after a
     * field name of usual length.
     */
    int roomForEncodedWord() {
        return Math.min(75, LINE_WITH_ENCODED_WORD - 1 - column);
    }

    /** Begins a continuation line unless only the field name stands on this one and something may follow it. */
    void breakLine() {
        fold();
    }

    /**
     * Appends without white space.
     *
     * @param text belongs to the word before it
     */
    public void glue(String text) {
        out.add(text);
        column += width(text);
        fresh = false;
    }

    /** Tells whether nothing has been written yet after the field name. */
    boolean fresh() {
        return fresh;
    }

    private void fold() {
        out.line();
        column = 0;
        limit = LINE;
        fresh = false;
    }

    private static int width(String text) {
        return Ascii.octets(text);
    }
}
