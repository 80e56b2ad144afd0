// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.nio.charset.StandardCharsets;

import org.wirepost.mime.internal.text.Ascii;
import org.wirepost.mime.internal.text.Clusters;

/** Writes parameters of a MIME field (RFC 2045 section 5.1, RFC 2231), each on a line where it fits. */
public final class Parameters {

    /** What fits on a continuation line with its blank and a semicolon. */
    private static final int LINE = 76;
    private static final int ENCODED_LINE = 74;
    private static final String HEX = "0123456789ABCDEF";

    private Parameters() {
    }

    /**
     * Writes an ASCII parameter.
     *
     * @param out has a field begun
     * @param name parameter name
     * @param value ASCII; quoted where needed
     */
    public static void plain(HeaderWriter out, String name, String value) {
        out.parameter(name + "=" + (isToken(value) ? value : Ascii.quoted(value)));
    }

    /**
     * Writes a file name as a parameter of Content-Disposition: as it is if it is short ASCII, in numbered pieces if it
     * is long, and percent-encoded if it is not ASCII or has quotes in it, which many readers get wrong.
     *
     * @param out has a field begun
     * @param name parameter name
     * @param value file name in any script
     */
    public static void extended(HeaderWriter out, String name, String value) {
        if (isSafe(value)) {
            if (name.length() + value.length() + 3 <= LINE) {
                out.parameter(name + "=\"" + value + "\"");
            } else {
                quotedPieces(out, name, value);
            }
            return;
        }
        String whole = name + "*=UTF-8''" + percent(value, 0, value.length());
        if (whole.length() <= LINE) {
            out.parameter(whole);
        } else {
            percentPieces(out, name, value);
        }
    }

    /**
     * Writes a file name as the {@code name} parameter of Content-Type, for readers that know no RFC 2231: as it is if
     * it is short ASCII, else as encoded-words in quotes.
     *
     * @param out has a field begun
     * @param value file name in any script
     */
    public static void legacyName(HeaderWriter out, String value) {
        if (isSafe(value) && value.length() + 7 <= LINE) {
            out.parameter("name=\"" + value + "\"");
            return;
        }
        StringBuilder words = new StringBuilder();
        EncodedWords.each(value, ENCODED_LINE - 7, ENCODED_LINE, word -> {
            words.append(words.length() == 0 ? "name=\"" : "\r\n ").append(word);
        });
        out.glue(";");
        out.breakLine();
        out.glue(" " + words.append('"'));
    }

    private static void quotedPieces(HeaderWriter out, String name, String value) {
        int at = 0;
        for (int number = 0; at < value.length(); number++) {
            String head = name + "*" + number + "=\"";
            int end = Math.min(value.length(), at + LINE - 1 - head.length() - 1);
            out.parameter(head + value.substring(at, end) + "\"");
            at = end;
        }
    }

    private static void percentPieces(HeaderWriter out, String name, String value) {
        int at = 0;
        for (int number = 0; at < value.length(); number++) {
            StringBuilder piece = new StringBuilder(80).append(name).append('*').append(number).append("*=")
                    .append(number == 0 ? "UTF-8''" : "");
            int start = at;
            while (at < value.length()) {
                int end = Clusters.end(value, at);
                if (piece.length() + percentLength(value, at, end) > LINE - 1) {
                    if (at > start) {
                        break;
                    }
                    end = at + Character.charCount(value.codePointAt(at));
                }
                piece.append(percent(value, at, end));
                at = end;
            }
            out.parameter(piece.toString());
        }
    }

    private static int percentLength(String value, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += isAttributeChar(value.charAt(i)) ? 1 : 3 * Clusters.octets(value, i, i + 1);
        }
        return length;
    }

    private static String percent(String value, int start, int end) {
        StringBuilder text = new StringBuilder(3 * (end - start));
        for (byte octet : value.substring(start, end).getBytes(StandardCharsets.UTF_8)) {
            if (isAttributeChar((char) (octet & 0xFF))) {
                text.append((char) octet);
            } else {
                text.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
            }
        }
        return text.toString();
    }

    /**
     * RFC 2231 section 7: a token character other than star, apostrophe and percent; nor the plus sign, of which some
     * readers make a blank.
     */
    private static boolean isAttributeChar(char c) {
        return Ascii.isToken(c) && c != '*' && c != '\'' && c != '%' && c != '+';
    }

    private static boolean isToken(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Ascii.isToken(value.charAt(i))) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static boolean isSafe(String value) {
        return Ascii.is(value) && value.indexOf('"') < 0 && value.indexOf('\\') < 0 && !value.contains("=?");
    }
}
