// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object (RFC 8259) of strings, numbers and literals, as servers send it when they refuse a token.
 *
 * <p>Bounded by the length of the text, without recursion: an object that holds arrays or objects is not read.
 */
final class FlatJson {

    private static final int MOST_FIELDS = 32;

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @param text the text
     * @return its fields in their order, values as text; empty when the text is no flat object
     */
    static Optional<Map<String, String>> read(String text) {
        try {
            return Optional.of(new FlatJson(text).object());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> object() {
        Map<String, String> fields = new LinkedHashMap<>();
        expect('{');
        if (!skip('}')) {
            do {
                String name = string();
                expect(':');
                fields.putIfAbsent(name, peek() == '"' ? string() : literal());
            } while (skip(',') && fields.size() < MOST_FIELDS);
            expect('}');
        }
        if (peek() != '\0') {
            throw new IllegalArgumentException();
        }
        return fields;
    }

    /** Passes over white space and returns the next character, or NUL at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean skip(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw new IllegalArgumentException();
        }
    }

    private String literal() {
        int start = at;
        while (at < text.length() && ",}] \t\r\n{[:\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException();
        }
        return text.substring(start, at);
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = next();
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            throw new IllegalArgumentException();
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private char next() {
        if (at >= text.length()) {
            throw new IllegalArgumentException();
        }
        return text.charAt(at++);
    }
}
