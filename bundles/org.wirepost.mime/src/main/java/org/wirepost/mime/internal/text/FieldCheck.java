// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.util.Locale;
import java.util.Set;

import org.wirepost.mime.InvalidFieldException;

/**
 * Keeps line breaks, NUL, other control characters and halves of surrogate pairs out of everything that becomes part of
 * a header, so that no value can ever end its field (RFC 5322 section 2.2).
 */
public final class FieldCheck {

    private static final Set<String> MANAGED = Set.of("date", "from", "sender", "reply-to", "to", "cc", "bcc",
            "subject",
            "message-id", "in-reply-to", "references", "mime-version", "content-type", "content-transfer-encoding",
            "content-disposition", "content-id", "resent-bcc");

    private FieldCheck() {
    }

    /**
     * Checks a value without white space other than the blank.
     *
     * @param field what it is for, such as "display name"
     * @param value any text
     * @return the value
     */
    public static String line(String field, String value) {
        return check(field, value, false);
    }

    /**
     * Checks a value that may contain tabs.
     *
     * @param field what it is for, such as "subject"
     * @param value any text
     * @return the value
     */
    public static String value(String field, String value) {
        return check(field, value, true);
    }

    /**
     * Checks the name of a field that the message model does not manage itself.
     *
     * @param name field name
     * @return the name
     */
    public static String customName(String name) {
        if (name.isEmpty() || name.length() > 76) {
            throw new InvalidFieldException("header name", "A header name has between 1 and 76 characters, not "
                    + name.length() + ".");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 33 || c > 126 || c == ':') {
                throw new InvalidFieldException("header name", "The header name \"" + printable(name) + "\" has "
                        + describe(c) + " at position " + i + "; only printable ASCII without colon and blank is"
                        + " allowed.");
            }
        }
        if (MANAGED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidFieldException("header name", "The header " + name + " is written by the message itself;"
                    + " set the matching field of the message instead.");
        }
        return name;
    }

    /**
     * Checks a message id or content id (RFC 5322 section 3.6.4), with or without its angle brackets.
     *
     * @param field what it is for
     * @param text the id
     * @return the id without angle brackets
     */
    public static String messageId(String field, String text) {
        String id = text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= 32 || c > 126 || c == '<' || c == '>' || c == '(' || c == ')' || c == ',' || c == ';') {
                throw new InvalidFieldException(field, "The " + field + " \"" + printable(id) + "\" has " + describe(c)
                        + " at position " + i + "; an id is printable ASCII such as 1234@example.org.");
            }
        }
        if (id.isEmpty() || id.length() > 900) {
            throw new InvalidFieldException(field, "The " + field + " has " + id.length()
                    + " characters; an id has between 1 and 900, such as 1234@example.org.");
        }
        return id;
    }

    /**
     * Folds the case of an ASCII text, to compare domains.
     *
     * @param ascii any ASCII text
     * @return lower case
     */
    public static String folded(String ascii) {
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static String check(String field, String value, boolean tabs) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 127 || tabs && c == '\t') {
                continue;
            }
            if (c < 0xA0) {
                throw refused(field, value, i, "a header value is one line of text");
            }
            if (Character.isHighSurrogate(c) && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refused(field, value, i, "it is no character and cannot be sent");
            }
        }
        return value;
    }

    private static InvalidFieldException refused(String field, String value, int position, String why) {
        return new InvalidFieldException(field, "The " + field + " \"" + printable(value) + "\" has "
                + describe(value.charAt(position)) + " at position " + position + "; " + why + ". Remove it.");
    }

    /**
     * Names a character for a sentence.
     *
     * @param c any character
     * @return such as "a line feed" or "U+0007"
     */
    static String describe(char c) {
        return switch (c) {
            case '\n' -> "a line feed";
            case '\r' -> "a carriage return";
            case '\t' -> "a tab";
            case ' ' -> "a blank";
            case 0 -> "a NUL";
            default -> Character.isSurrogate(c) ? "half of a surrogate pair (" + hex(c) + ")"
                    : c < 127 && c > 32 ? "the character '" + c + "'" : "the character " + hex(c);
        };
    }

    private static String hex(char c) {
        return "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT);
    }

    /**
     * Shortens a text for a sentence and replaces what would disturb it.
     *
     * @param text any text
     * @return at most 60 characters, one line
     */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(64);
        for (int i = 0; i < text.length() && i < 60; i++) {
            char c = text.charAt(i);
            boolean plain = (Character.isSurrogate(c) || isVisible(c))
                    && (!Character.isSurrogate(c) || Character.isDefined(text.codePointAt(i)) && paired(text, i));
            shown.append(plain ? c : '?');
        }
        return text.length() > 60 ? shown.append('…').toString() : shown.toString();
    }

    /**
     * Replaces what would steer a display, so that a file name cannot write its own lines into a log or onto a
     * terminal, nor hide or turn the words around it.
     *
     * @param text any text
     * @return the text in one line
     */
    public static String visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 127) {
                StringBuilder shown = new StringBuilder(text.length());
                text.codePoints().forEach(point -> shown.appendCodePoint(isVisible(point) ? point : '?'));
                return shown.toString();
            }
        }
        return text;
    }

    /**
     * Tells whether a character shows as itself and leaves others alone.
     *
     * @param point any code point
     */
    public static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && i + 1 < 60 && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
