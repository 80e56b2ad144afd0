// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.wirepost.mime.Address;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.HeaderField;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.internal.text.Ascii;

/**
 * Writes the fields that an author adds. Address fields are read as addresses; fields whose content is no text for
 * people, such as List-Unsubscribe, are folded at blanks and never get encoded-words; all others are text.
 */
public final class CustomField {

    private static final Set<String> ADDRESSES = Set.of("resent-from", "resent-sender", "resent-to", "resent-cc",
            "resent-reply-to", "disposition-notification-to", "return-receipt-to", "errors-to", "mail-followup-to",
            "mail-reply-to", "delivered-to", "x-original-to");
    private static final Set<String> TOKENS = Set.of("received", "return-path", "authentication-results",
            "received-spf", "dkim-signature", "domainkey-signature", "auto-submitted", "precedence", "importance",
            "priority", "x-priority", "resent-message-id", "resent-date", "autocrypt", "autocrypt-gossip",
            "archived-at",
            "feedback-id", "tls-required", "supersedes", "expires", "original-recipient",
            "disposition-notification-options",
            "x-auto-response-suppress", "bimi-selector");
    private static final List<String> TOKEN_PREFIXES = List.of("list-", "arc-", "content-");
    private static final int LONGEST_TOKEN = 900;

    private CustomField() {
    }

    /**
     * Reads the addresses of a field.
     *
     * @param field any field
     * @return its addresses; empty for a field that has none
     * @throws MimeException when an address field cannot be read
     */
    public static List<Address> addresses(HeaderField field) throws MimeException {
        return ADDRESSES.contains(field.name().toLowerCase(Locale.ROOT)) ? AddressParser.parseList(field.value())
                : List.of();
    }

    /**
     * Writes a field.
     *
     * @param out takes it
     * @param field what to write
     * @throws MimeException when the value cannot stand in this field
     */
    public static void write(HeaderWriter out, HeaderField field) throws MimeException {
        List<Address> addresses = addresses(field);
        if (!addresses.isEmpty()) {
            AddressField.write(out, field.name(), addresses);
        } else if (field.value().isEmpty()) {
            out.begin(field.name());
            out.end();
        } else if (isTokens(field.name())) {
            tokens(out, field);
        } else {
            TextField.write(out, field.name(), field.value());
        }
    }

    private static void tokens(HeaderWriter out, HeaderField field) throws MimeException {
        if (!Ascii.is(field.value())) {
            throw new MimeException("The header " + field.name() + " takes ASCII only, but its value \""
                    + field.value() + "\" has other letters; encode them as its standard says.");
        }
        out.begin(field.name());
        for (String token : field.value().strip().split("[ \t]+")) {
            if (token.length() > LONGEST_TOKEN) {
                throw new MimeException("The header " + field.name() + " has a piece of " + token.length()
                        + " characters without a blank; a line has at most 998, so put blanks into it.");
            }
            out.word(token);
        }
        out.end();
    }

    private static boolean isTokens(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TOKENS.contains(lower) || TOKEN_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
