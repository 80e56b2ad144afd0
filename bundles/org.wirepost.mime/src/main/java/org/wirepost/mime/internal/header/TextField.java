// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import org.wirepost.mime.internal.text.Ascii;

/**
 * Writes unstructured text, such as a subject: words as they are, and encoded-words from the first to the last word
 * that needs them.
 */
public final class TextField {

    /** A longer word would not fit into a folded line. */
    private static final int LONGEST_WORD = 76;
    private static final int LONGEST_SPACE = 20;
    private static final int LINE = 78;

    private final String text;
    /** What goes into encoded-words; empty when {@code to} is 0. */
    private int from;
    private int to;

    private TextField(String text) {
        this.text = text;
        this.from = text.length();
        findRange();
        while (from > 0 && from < text.length() && !singleBlankBefore(from)) {
            from = wordStart(spaceStart(from));
        }
    }

    /**
     * Writes a whole field.
     *
     * @param out takes the field
     * @param name field name
     * @param text one line without control characters other than tab; not empty
     */
    public static void write(HeaderWriter out, String name, String text) {
        if (name.length() + 2 + text.length() <= LINE && isSimple(text)) {
            out.simple(name, text);
            return;
        }
        out.begin(name);
        new TextField(text).write(out);
        out.end();
    }

    private static boolean isSimple(String text) {
        return Ascii.is(text) && !text.contains("=?") && !isSpace(text.charAt(0))
                && !isSpace(text.charAt(text.length() - 1));
    }

    private void write(HeaderWriter out) {
        if (to == 0) {
            plain(out, " ", 0, text.length());
            return;
        }
        if (from > 0) {
            plain(out, " ", 0, from - 1);
        }
        EncodedWords.write(out, text.substring(from, to));
        if (to < text.length()) {
            int next = spaceEnd(to);
            plain(out, text.substring(to, next), next, text.length());
        }
    }

    private void plain(HeaderWriter out, String space, int start, int end) {
        String before = space;
        for (int at = start; at < end;) {
            int wordEnd = Math.min(wordEnd(at), end);
            out.word(before, text.substring(at, wordEnd));
            at = Math.min(spaceEnd(wordEnd), end);
            before = text.substring(wordEnd, at);
        }
    }

    private void findRange() {
        int start = spaceEnd(0);
        if (start > 0) {
            encode(0, wordEnd(start));
        }
        int before = start;
        while (start < text.length()) {
            int end = wordEnd(start);
            int next = spaceEnd(end);
            if (start - spaceStart(start) > LONGEST_SPACE) {
                encode(before, end);
            }
            if (next == text.length() && next > end) {
                encode(start, next);
            }
            if (needsEncoding(start, end)) {
                encode(start, end);
            }
            before = start;
            start = next;
        }
    }

    private void encode(int start, int end) {
        from = Math.min(from, start);
        to = Math.max(to, end);
    }

    private boolean needsEncoding(int start, int end) {
        String word = text.substring(start, end);
        return word.length() > LONGEST_WORD || word.contains("=?") || !Ascii.is(word);
    }

    private boolean singleBlankBefore(int start) {
        return text.charAt(start - 1) == ' ' && !isSpace(text.charAt(start - 2));
    }

    private int wordEnd(int start) {
        int at = start;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int spaceEnd(int start) {
        int at = start;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int wordStart(int end) {
        int at = end;
        while (at > 0 && !isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int spaceStart(int end) {
        int at = end;
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
