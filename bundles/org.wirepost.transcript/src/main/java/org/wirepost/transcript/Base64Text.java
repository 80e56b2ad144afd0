// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the base64 of the AUTH exchange (RFC 4954), so that people need not. */
public final class Base64Text {

    private Base64Text() {
    }

    /**
     * Decodes a text.
     *
     * @param text what was said
     * @return what it means, or empty when it is not base64 of a text
     */
    public static Optional<String> decode(String text) {
        if (text.isEmpty() || text.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
