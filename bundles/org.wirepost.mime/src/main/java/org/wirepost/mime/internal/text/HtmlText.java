// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.util.Locale;
import java.util.Set;

/**
 * Makes readable plain text from HTML: paragraphs, lists, quotes and preformatted text keep their shape, links their
 * address, pictures their alternative text. Takes any input, in time proportional to its length.
 */
public final class HtmlText {

    /** Elements whose content is not for reading. */
    private static final Set<String> HIDDEN = Set.of("script", "style", "title", "template", "object", "svg");

    private final String html;
    private final PlainLayout out = new PlainLayout();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    /**
     * Converts a document or a fragment.
     *
     * @param html any text
     * @return plain text with CRLF line ends; each paragraph is one line
     */
    public static String of(String html) {
        HtmlText converter = new HtmlText(html);
        converter.convert();
        return converter.out.finish();
    }

    private void convert() {
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            out.text(HtmlEntities.decode(html.substring(at, end)));
            at = end;
            if (tag >= 0) {
                markup();
            }
        }
    }

    private void markup() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (html.startsWith("<!--", at)) {
            skipBehind("-->");
        } else if (next == '!' || next == '?') {
            skipBehind(">");
        } else if (next == '/' || isLetter(next)) {
            tag(next == '/');
        } else {
            out.text("<");
            at++;
        }
    }

    private void skipBehind(String mark) {
        int end = html.indexOf(mark, at);
        at = end < 0 ? html.length() : end + mark.length();
    }

    private void tag(boolean closing) {
        int start = closing ? at + 2 : at + 1;
        int nameEnd = start;
        while (nameEnd < html.length() && isNameChar(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        at = nameEnd;
        String attributes = attributes();
        if (HIDDEN.contains(name)) {
            if (!closing && !attributes.endsWith("/")) {
                skipHidden(name);
            }
        } else if (closing) {
            out.close(name);
        } else {
            out.open(name, attribute -> attribute(attributes, attribute));
        }
    }

    /** Reads up to the end of the tag; a {@code >} in quotes does not end it. */
    private String attributes() {
        int start = at;
        char quote = 0;
        for (; at < html.length(); at++) {
            char c = html.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return html.substring(start, at++);
            } else if ((c == '"' || c == '\'') && at > start && html.charAt(at - 1) == '=') {
                quote = c;
            }
        }
        return html.substring(start);
    }

    private void skipHidden(String name) {
        String mark = "</" + name;
        int end = html.indexOf('<', at);
        while (end >= 0 && !html.regionMatches(true, end, mark, 0, mark.length())) {
            end = html.indexOf('<', end + 1);
        }
        at = end < 0 ? html.length() : end;
        skipBehind(">");
    }

    private static String attribute(String attributes, String name) {
        int i = 0;
        while (i < attributes.length()) {
            if (!isNameChar(attributes.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < attributes.length() && isNameChar(attributes.charAt(i))) {
                i++;
            }
            boolean found = i - start == name.length() && attributes.regionMatches(true, start, name, 0, name.length());
            i = skipSpace(attributes, i);
            if (i == attributes.length() || attributes.charAt(i) != '=') {
                continue;
            }
            int valueStart = skipSpace(attributes, i + 1);
            i = valueEnd(attributes, valueStart);
            if (found) {
                return HtmlEntities.decode(unquoted(attributes.substring(valueStart, i))).strip();
            }
        }
        return "";
    }

    private static int skipSpace(String text, int start) {
        int i = start;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int valueEnd(String text, int start) {
        if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            int close = text.indexOf(text.charAt(start), start + 1);
            return close < 0 ? text.length() : close + 1;
        }
        int i = start;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isNameChar(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_';
    }
}
