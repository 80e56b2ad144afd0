// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.auth;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * A password or token. It is never shown: {@link #toString()} gives a mark, and it is compared to nothing.
 */
public final class Secret implements Destroyable {

    private final char[] characters;
    private boolean destroyed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /**
     * Keeps a copy of the characters.
     *
     * @param characters the secret, not empty
     * @return the secret
     */
    public static Secret of(char... characters) {
        if (characters.length == 0) {
            throw new IllegalArgumentException("A secret cannot be empty");
        }
        return new Secret(characters.clone());
    }

    /**
     * Keeps a copy of the text.
     *
     * @param text the secret, not empty
     * @return the secret
     */
    public static Secret of(String text) {
        return of(text.toCharArray());
    }

    /** Returns a copy of the characters, to be wiped by the caller. */
    public char[] characters() {
        if (destroyed) {
            throw new IllegalStateException("The secret has been destroyed");
        }
        return characters.clone();
    }

    /** Returns the secret as UTF-8, to be wiped by the caller. */
    public byte[] utf8() {
        char[] copy = characters();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(copy));
        byte[] octets = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(copy, '\0');
        Arrays.fill(encoded.array(), (byte) 0);
        return octets;
    }

    @Override
    public void destroy() {
        Arrays.fill(characters, '\0');
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Returns a mark, never the secret. */
    @Override
    public String toString() {
        return "\u2022\u2022\u2022";
    }
}
