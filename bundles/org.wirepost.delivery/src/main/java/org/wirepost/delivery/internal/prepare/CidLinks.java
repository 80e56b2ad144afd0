// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the {@code cid:} links of an HTML text (RFC 2392): behind a quotation mark, an equals sign or an opening
 * bracket, as in {@code src="cid:…"}, {@code src=cid:…} and {@code url(cid:…)}. Words of plain text are no links.
 */
final class CidLinks {

    private static final String SCHEME = "cid:";
    private static final String QUOTE = "&quot;";

    private CidLinks() {
    }

    /**
     * One link.
     *
     * @param start index of the first character behind {@code cid:}
     * @param end index behind the last character
     * @param target what it names, decoded
     */
    record Link(int start, int end, String target) { }

    static List<Link> in(String html) {
        List<Link> links = new ArrayList<>();
        for (int at = next(html, 0); at >= 0; at = next(html, at + SCHEME.length())) {
            int start = at + SCHEME.length();
            int end = end(html, at, start);
            if (end > start) {
                links.add(new Link(start, end, decoded(html.substring(start, end).strip())));
            }
        }
        return links;
    }

    private static int next(String html, int from) {
        for (int i = html.indexOf(':', from + SCHEME.length() - 1); i >= 0; i = html.indexOf(':', i + 1)) {
            int start = i + 1 - SCHEME.length();
            if (start >= from && html.regionMatches(true, start, SCHEME, 0, SCHEME.length())) {
                return start;
            }
        }
        return -1;
    }

    /** Returns where the link ends, by what stands before it; -1 when it is no link. */
    private static int end(String html, int at, int start) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(html.charAt(before))) {
            before--;
        }
        if (before < 0) {
            return -1;
        }
        char c = html.charAt(before);
        return switch (c) {
            case '"', '\'' -> html.indexOf(c, start);
            case '(' -> until(html, start, ") \t\r\n");
            case '=' -> until(html, start, "> \t\r\n");
            case ';' -> html.startsWith(QUOTE, before + 1 - QUOTE.length()) ? html.indexOf(QUOTE, start) : -1;
            default -> -1;
        };
    }

    private static int until(String html, int start, String ends) {
        for (int i = start; i < html.length(); i++) {
            if (ends.indexOf(html.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Undoes the escapes of HTML and of URLs; a percent sign that begins none stands for itself. */
    private static String decoded(String link) {
        String text = link.replace("&amp;", "&");
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(octets[i + 2], 16);
            if (octets[i] == '%' && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(octets[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
