// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Puts the reason why a server refuses a token into words (RFC 7628 section 3.2.2; Google's for XOAUTH2). */
final class OAuthComplaint {

    private static final int MOST = 200;

    private OAuthComplaint() {}

    /**
     * Describes the server's error challenge.
     *
     * @param challenge the challenge, decoded from base64
     * @return words; what the server says is made harmless to show
     */
    static String of(byte[] challenge) {
        String text = new String(challenge, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "without a reason";
        }
        return FlatJson.read(text).filter(fields -> fields.containsKey("status")).map(OAuthComplaint::words)
                .orElseGet(() -> "the server says \u201c" + Inert.text(text, MOST) + "\u201d");
    }

    private static String words(Map<String, String> fields) {
        String status = fields.get("status");
        StringBuilder words = new StringBuilder(meaning(status)).append("status ").append(Inert.text(status, MOST));
        add(words, fields, "scope", ", needed scope ");
        add(words, fields, "schemes", ", scheme ");
        add(words, fields, "openid-configuration", ", token from the issuer described at ");
        return words.toString();
    }

    private static String meaning(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "invalid_token", "401" -> "the token is not valid, or no longer: ";
            case "insufficient_scope", "403" -> "the token does not permit sending mail here: ";
            case "invalid_request", "400" -> "the server cannot read the request: ";
            default -> "";
        };
    }

    private static void add(StringBuilder words, Map<String, String> fields, String name, String lead) {
        String value = fields.getOrDefault(name, "");
        if (!value.isEmpty()) {
            words.append(lead).append(Inert.text(value, MOST));
        }
    }
}
