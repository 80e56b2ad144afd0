// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.text.Normalizer;
import java.util.Locale;

import org.wirepost.mime.InvalidFieldException;

/**
 * Checks the domain of an address and turns it into A-labels (RFC 5890). Letters are mapped as UTS 46 does without
 * transitional processing: lower case, form NFKC, and sharp s and final sigma stay what they are.
 */
public final class DomainName {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    /** What RFC 5321 forbids in a literal, and what would end an address or begin another. */
    private static final String FORBIDDEN_IN_LITERAL = "[\\\"<>@(),;";
    private static final char ZWNJ = '\u200C';
    private static final char ZWJ = '\u200D';

    private DomainName() {
    }

    /**
     * Returns a domain in ASCII.
     *
     * @param domain host name or address literal
     * @return the domain; an ASCII one is returned as it is
     * @throws InvalidFieldException when it is neither host name nor address literal
     */
    public static String toAscii(String domain) {
        if (domain.startsWith("[")) {
            return literal(domain);
        }
        String ascii = Ascii.is(domain) ? domain : mapped(domain);
        if (ascii.isEmpty() || ascii.length() > LONGEST) {
            throw refused(domain, ascii.isEmpty() ? "is empty" : "is longer than " + LONGEST + " characters");
        }
        int start = 0;
        while (start <= ascii.length()) {
            int dot = ascii.indexOf('.', start);
            int end = dot < 0 ? ascii.length() : dot;
            checkLabel(domain, ascii, start, end);
            start = end + 1;
        }
        return ascii;
    }

    private static String mapped(String domain) {
        String lower = Normalizer.normalize(domain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String normal = Normalizer.normalize(lower, Normalizer.Form.NFKC).replace('\u3002', '.');
        StringBuilder ascii = new StringBuilder(normal.length() + 16);
        int start = 0;
        while (start <= normal.length()) {
            int dot = normal.indexOf('.', start);
            int end = dot < 0 ? normal.length() : dot;
            String label = normal.substring(start, end);
            ascii.append(Ascii.is(label) ? label : encoded(domain, label));
            if (dot >= 0) {
                ascii.append('.');
            }
            start = end + 1;
        }
        return ascii.toString();
    }

    private static String encoded(String domain, String label) {
        if (label.length() > LONGEST_LABEL) {
            throw refused(domain, "has a label longer than " + LONGEST_LABEL + " characters");
        }
        for (int i = 0; i < label.length(); i += Character.charCount(label.codePointAt(i))) {
            int point = label.codePointAt(i);
            if (!allowed(point) || i == 0 && isMark(point)) {
                throw refused(domain, "has the character U+" + Integer.toHexString(point).toUpperCase(Locale.ROOT)
                        + " where none such is allowed");
            }
        }
        return "xn--" + Punycode.encode(label);
    }

    private static boolean allowed(int point) {
        if (point < 128) {
            return point == '-' || point == '_' || Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> point == ZWJ || point == ZWNJ;
            default -> true;
        };
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK || type == Character.FORMAT;
    }

    private static void checkLabel(String domain, String ascii, int start, int end) {
        if (start == end) {
            throw refused(domain, "has an empty label: a dot too many");
        }
        if (end - start > LONGEST_LABEL) {
            throw refused(domain, "has a label longer than " + LONGEST_LABEL + " characters");
        }
        if (ascii.charAt(start) == '-' || ascii.charAt(end - 1) == '-') {
            throw refused(domain, "has a label that begins or ends with a hyphen");
        }
        for (int i = start; i < end; i++) {
            char c = ascii.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                throw refused(domain, "has " + FieldCheck.describe(c) + ", which no host name has");
            }
        }
    }

    /** An address literal is taken as long as its characters are those of RFC 5321 section 4.1.3. */
    private static String literal(String domain) {
        boolean closed = domain.length() > 2 && domain.indexOf(']') == domain.length() - 1;
        for (int i = 1; closed && i < domain.length() - 1; i++) {
            char c = domain.charAt(i);
            closed = c > 32 && c < 127 && FORBIDDEN_IN_LITERAL.indexOf(c) < 0;
        }
        if (!closed || domain.length() > LONGEST) {
            throw refused(domain, "is no address literal such as [192.0.2.1] or [IPv6:2001:db8::1]");
        }
        return domain;
    }

    private static InvalidFieldException refused(String domain, String why) {
        return new InvalidFieldException("address", "The domain \"" + FieldCheck.printable(domain) + "\" " + why
                + ". Correct the address.");
    }
}
