// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.wirepost.mime.InvalidFieldException;

/**
 * A media type with its parameters (RFC 2045 section 5.1).
 *
 * @param type such as {@code text}, lower case
 * @param subtype such as {@code html}, lower case
 * @param parameters in order, names in lower case, values unquoted
 */
public record MediaType(String type, String subtype, List<Parameter> parameters) {

    /** Longer ones would not fit on a line (RFC 5322 section 2.1.1), with all that is quoted. */
    private static final int LONGEST = 400;

    /**
     * One parameter.
     *
     * @param name in lower case
     * @param value unquoted
     */
    public record Parameter(String name, String value) {
    }

    /**
     * Reads a media type that was given by a caller.
     *
     * @param text such as {@code text/plain; charset=utf-8}
     * @return the type
     * @throws InvalidFieldException when it is malformed
     */
    public static MediaType parse(String text) {
        FieldCheck.line("media type", text);
        if (text.length() > LONGEST) {
            throw new InvalidFieldException("media type", "A media type has at most " + LONGEST + " characters, not "
                    + text.length() + "; leave out parameters.");
        }
        return read(text).orElseThrow(() -> new InvalidFieldException("media type", "\"" + FieldCheck.printable(text)
                + "\" is no media type; it has the form type/subtype, such as image/jpeg."));
    }

    /**
     * Reads a media type as it stands in a header.
     *
     * @param text the field value, unfolded
     * @return the type; empty when it is malformed
     */
    public static Optional<MediaType> read(String text) {
        Scanner scanner = new Scanner(text);
        String type = scanner.token();
        if (type.isEmpty() || !scanner.skip('/')) {
            return Optional.empty();
        }
        String subtype = scanner.token();
        if (subtype.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        while (scanner.skip(';')) {
            String name = scanner.token();
            if (name.isEmpty()) {
                continue;
            }
            if (!scanner.skip('=')) {
                return Optional.empty();
            }
            Optional<String> value = scanner.value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(new Parameter(name.toLowerCase(Locale.ROOT), value.get()));
        }
        return scanner.atEnd() ? Optional.of(new MediaType(type.toLowerCase(Locale.ROOT),
                subtype.toLowerCase(Locale.ROOT), List.copyOf(parameters))) : Optional.empty();
    }

    /** Returns type and subtype without parameters. */
    public String essence() {
        return type + '/' + subtype;
    }

    /**
     * Returns the value of a parameter.
     *
     * @param name in lower case
     * @return the first value, if there is one
     */
    public Optional<String> parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return Optional.of(parameter.value);
            }
        }
        return Optional.empty();
    }

    /** Reads tokens and skips white space and comments between them. */
    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        String token() {
            space();
            int start = at;
            while (at < text.length() && Ascii.isToken(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        boolean skip(char c) {
            space();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        boolean atEnd() {
            space();
            return at == text.length();
        }

        Optional<String> value() {
            if (!skip('"')) {
                String token = token();
                return token.isEmpty() ? Optional.empty() : Optional.of(token);
            }
            StringBuilder value = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"') {
                    return Optional.of(value.toString());
                }
                value.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
            }
            return Optional.empty();
        }

        private void space() {
            int depth = 0;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '(') {
                    depth++;
                } else if (c == ')' && depth > 0) {
                    depth--;
                } else if (c == '\\' && depth > 0) {
                    at++;
                } else if (depth == 0 && c != ' ' && c != '\t') {
                    return;
                }
            }
            at = Math.min(at, text.length());
        }
    }
}
