// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wirepost.smtp.auth.Secret;

/** Turns what was read from a source into a secret; wipes what was read. */
final class SecretText {

    /** More than any password or token needs, in octets. */
    static final int LIMIT = 65_536;

    private SecretText() {
    }

    /**
     * Takes a whole text, without one line end behind it.
     *
     * @param text wiped
     * @param source where it comes from, for failures
     */
    static Secret of(char[] text, String source) throws SecretException {
        int length = text.length;
        if (length > 0 && text[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && text[length - 1] == '\r') {
            length--;
        }
        int line = lineLength(text);
        try {
            if (line < length) {
                throw new SecretException(capital(source) + " holds more than one line: a secret is one line");
            }
            return checked(text, length, source);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    /**
     * Takes the first line of octets in UTF-8.
     *
     * @param octets wiped
     * @param source where they come from, for failures
     */
    static Secret firstLine(byte[] octets, String source) throws SecretException {
        CharBuffer decoded = CharBuffer.allocate(0);
        try {
            if (octets.length > LIMIT) {
                throw new SecretException(capital(source) + " holds more than " + LIMIT + " octets: that is no secret");
            }
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            char[] text = decoded.array();
            int start = decoded.hasRemaining() && text[0] == '\uFEFF' ? 1 : 0;
            char[] line = Arrays.copyOfRange(text, start, decoded.limit());
            try {
                return checked(line, lineLength(line), source);
            } finally {
                Arrays.fill(line, '\0');
            }
        } catch (CharacterCodingException e) {
            throw new SecretException(capital(source) + " does not hold a text in UTF-8");
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
        }
    }

    private static Secret checked(char[] text, int length, String source) throws SecretException {
        boolean blank = true;
        for (int i = 0; i < length; i++) {
            blank &= Character.isWhitespace(text[i]);
            if (text[i] == '\0') {
                throw new SecretException(capital(source) + " holds a NUL character, which no secret may have");
            }
        }
        if (blank) {
            throw new SecretException(capital(source) + " is empty: it should hold the secret");
        }
        char[] exact = Arrays.copyOf(text, length);
        try {
            return Secret.of(exact);
        } finally {
            Arrays.fill(exact, '\0');
        }
    }

    private static int lineLength(char[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return i;
            }
        }
        return text.length;
    }

    /** Returns words as the beginning of a sentence. */
    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
