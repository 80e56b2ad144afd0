// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

/** A content transfer encoding (RFC 2045 section 6). */
public enum TransferEncoding {

    /** ASCII lines of at most 998 octets, as they are. */
    SEVEN_BIT("7bit"),

    /** Lines of at most 998 octets, as they are; needs 8BITMIME. */
    EIGHT_BIT("8bit"),

    /** Printable ASCII as it is, the rest as {@code =XX}. */
    QUOTED_PRINTABLE("quoted-printable"),

    /** Four characters for three octets. */
    BASE64("base64"),

    /** Octets as they are, without lines; needs BINARYMIME. */
    BINARY("binary");

    private final String token;

    TransferEncoding(String token) {
        this.token = token;
    }

    /** Returns the word as it stands in a header. */
    public String token() {
        return token;
    }
}
