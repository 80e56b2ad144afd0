// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import org.wirepost.mime.internal.text.Clusters;

/**
 * Writes text as encoded-words (RFC 2047): at most 75 characters each, cut between characters, and every B-word but the
 * last a multiple of three octets long, so that no padding stands in the middle (some readers stop there).
 */
final class EncodedWords {

    private static final String B = "=?UTF-8?B?";
    private static final String Q = "=?UTF-8?Q?";
    private static final String END = "?=";
    private static final int OVERHEAD = B.length() + END.length();
    private static final int LONGEST = 75;
    /** With less room than this on a line, the word goes to the next one. */
    private static final int WORTH_STARTING = OVERHEAD + 28;
    private static final String HEX = "0123456789ABCDEF";

    private final String text;
    private final boolean base64;
    private int at;

    private EncodedWords(String text) {
        this.text = text;
        this.base64 = prefersBase64(text);
    }

    /**
     * Writes a text as the next words of a field.
     *
     * @param out has the field begun
     * @param text not empty
     */
    static void write(HeaderWriter out, String text) {
        EncodedWords words = new EncodedWords(text);
        while (words.at < text.length()) {
            int room = out.roomForEncodedWord();
            // Once begun, each word has a line to itself, which leaves the best choice of places to cut.
            if ((words.at > 0 || room < WORTH_STARTING) && room < words.whole()) {
                out.breakLine();
                room = LONGEST;
            }
            out.encodedWord(words.next(room));
        }
    }

    /**
     * Makes encoded-words for a place where the caller does the folding.
     *
     * @param text not empty
     * @param first room for the first word
     * @param others room for each other word
     * @param to takes the words
     */
    static void each(String text, int first, int others, Consumer<String> to) {
        EncodedWords words = new EncodedWords(text);
        int room = first;
        while (words.at < text.length()) {
            to.accept(words.next(room));
            room = others;
        }
    }

    /** Q can be read in the raw message, and up to two octets in five to escape it is not much longer. */
    private static boolean prefersBase64(String text) {
        int octets = Clusters.octets(text, 0, text.length());
        int escaped = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                escaped += Clusters.octets(text, i, i + 1);
            }
        }
        return escaped * 5 > octets * 2;
    }

    /** The characters that RFC 2047 section 5 (3) allows even within a phrase; the blank becomes an underscore. */
    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == '!' || c == '*'
                || c == '+' || c == '-' || c == '/';
    }

    /** Returns how long a single word with all the rest would be. */
    private int whole() {
        return OVERHEAD + (base64 ? (Clusters.octets(text, at, text.length()) + 2) / 3 * 4
                : quotedLength(at, text.length()));
    }

    private String next(int room) {
        return base64 ? base64(room) : quoted(room);
    }

    private String quoted(int room) {
        int start = at;
        int length = OVERHEAD;
        while (at < text.length()) {
            int end = Clusters.end(text, at);
            int more = quotedLength(at, end);
            if (OVERHEAD + more > room && at == start) {
                end = at + Character.charCount(text.codePointAt(at));
                more = quotedLength(at, end);
            } else if (length + more > room) {
                break;
            }
            length += more;
            at = end;
        }
        return quoted(start, at);
    }

    private String quoted(int start, int end) {
        StringBuilder word = new StringBuilder(LONGEST).append(Q);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                word.append(c == ' ' ? '_' : c);
                continue;
            }
            int next = i + Character.charCount(text.codePointAt(i));
            for (byte octet : text.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
                word.append('=').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
            }
            i = next - 1;
        }
        return word.append(END).toString();
    }

    private int quotedLength(int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += isPlain(text.charAt(i)) ? 1 : 3 * Clusters.octets(text, i, i + 1);
        }
        return length;
    }

    private String base64(int room) {
        int most = (room - OVERHEAD) / 4 * 3;
        int start = at;
        if (Clusters.octets(text, at, text.length()) <= most) {
            at = text.length();
        } else {
            at = cut(most, true);
            if (at == start) {
                at = cut(most, false);
            }
            if (at == start) {
                // No cut leaves a multiple of three: a short Q-word takes the odd octets away.
                int end = Clusters.end(text, start);
                at = OVERHEAD + quotedLength(start, end) <= room ? end
                        : start + Character.charCount(text.codePointAt(start));
                return quoted(start, at);
            }
        }
        byte[] octets = text.substring(start, at).getBytes(StandardCharsets.UTF_8);
        return B + Base64.getEncoder().encodeToString(octets) + END;
    }

    /** Returns the last place to cut with a multiple of three octets before it; the start if there is none. */
    private int cut(int most, boolean clusters) {
        int best = at;
        int octets = 0;
        for (int i = at; i < text.length();) {
            int end = clusters ? Clusters.end(text, i) : i + Character.charCount(text.codePointAt(i));
            octets += Clusters.octets(text, i, end);
            if (octets > most) {
                break;
            }
            if (octets % 3 == 0) {
                best = end;
            }
            i = end;
        }
        return best;
    }
}
