// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.net.IDN;

/** The rules for an address in MAIL FROM and RCPT TO (RFC 5321 section 4.1.2, RFC 6531 section 3.3). */
public final class EnvelopeAddress {

    private EnvelopeAddress() {
    }

    /** Refuses what is no {@code local@domain} or holds controls, blanks outside quotes or angle brackets. */
    public static void require(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new IllegalArgumentException("The address \"" + shown(address) + "\" is not local-part@domain");
        }
        boolean quoted = address.charAt(0) == '"';
        if (quoted && (at < 3 || address.charAt(at - 1) != '"')) {
            throw new IllegalArgumentException("The quoted local part of \"" + shown(address) + "\" does not end");
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029
                    || Character.isSurrogate(c) && !paired(address, i)) {
                throw new IllegalArgumentException("The address \"" + shown(address)
                        + "\" holds the forbidden character " + String.format("U+%04X", (int) c));
            }
            boolean inQuotes = quoted && i > 0 && i < at - 1;
            if (!inQuotes && (c == ' ' || c == '<' || c == '>' || c == '@' && i != at || c == '"'
                    && !(quoted && i < at))) {
                throw new IllegalArgumentException("The address \"" + shown(address) + "\" holds '" + c
                        + "' where it is not allowed");
            }
        }
        requireQuoting(address, quoted ? at - 1 : 0);
        requireDomain(address, address.substring(at + 1));
    }

    /**
     * Checks a domain as it will go over the wire: of a letter beyond ASCII the conversion to A-labels may make one
     * that ends the path, as it makes {@code >} of U+FF1E and a blank of U+3000.
     */
    private static void requireDomain(String address, String domain) {
        boolean literal = domain.startsWith("[");
        if (!literal && !beyondAscii(domain, domain.length())) {
            return;
        }
        try {
            String ascii = literal ? domain : IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            if (literal ? isPlain(ascii, 1, ascii.length() - 1, ":.") && ascii.endsWith("]")
                    : isPlain(ascii, 0, ascii.length(), ".")) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException("The domain of \"" + shown(address) + "\" is neither the name of a host nor"
                + " an address in brackets");
    }

    private static boolean isPlain(String domain, int start, int end, String others) {
        for (int i = start; i < end; i++) {
            char c = domain.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
                    || others.indexOf(c) >= 0)) {
                return false;
            }
        }
        return start < end;
    }

    private static void requireQuoting(String address, int closingQuote) {
        for (int i = 1; i < closingQuote; i++) {
            char c = address.charAt(i);
            if (c == '\\') {
                i++;
            }
            if (c == '"' || i >= closingQuote) {
                throw new IllegalArgumentException("The quoted local part of \"" + shown(address) + "\" ends early");
            }
        }
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** Tells whether the local part has characters beyond ASCII, so that SMTPUTF8 is needed. */
    public static boolean needsUtf8(String address) {
        return beyondAscii(address, address.lastIndexOf('@'));
    }

    /**
     * Returns the address as it is written in a command.
     *
     * @param address a valid address
     * @param utf8 whether SMTPUTF8 is in use; without it the domain becomes A-labels
     */
    public static String onTheWire(String address, boolean utf8) {
        int at = address.lastIndexOf('@');
        if (utf8 || !beyondAscii(address, address.length())) {
            return address;
        }
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
    }

    private static boolean beyondAscii(String text, int end) {
        // A loop: this runs several times for each message of a batch, where a stream would show.
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(80).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
