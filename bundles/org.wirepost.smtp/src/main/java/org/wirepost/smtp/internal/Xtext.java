// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.charset.StandardCharsets;

/** The encoding of parameter values in MAIL and RCPT (RFC 3461 section 4). */
final class Xtext {

    private static final String HEX = "0123456789ABCDEF";

    private Xtext() {
    }

    /** Encodes a text: everything that is not printable ASCII, and {@code +} and {@code =}, as {@code +XX}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7F && octet != '+' && octet != '=') {
                encoded.append((char) octet);
            } else {
                encoded.append('+').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** Encodes an internationalized address as {@code utf-8-addr-xtext} (RFC 6533 section 3). */
    static String encodeUtf8Address(String address) {
        StringBuilder encoded = new StringBuilder(address.length() + 32);
        address.codePoints().forEach(c -> {
            if (c > ' ' && c < 0x7F && c != '+' && c != '=' && c != '\\') {
                encoded.append((char) c);
            } else {
                encoded.append("\\x{").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).append('}');
            }
        });
        return encoded.toString();
    }
}
