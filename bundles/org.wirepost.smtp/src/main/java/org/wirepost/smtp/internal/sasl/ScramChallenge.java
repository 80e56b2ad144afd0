// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Base64;
import javax.security.sasl.SaslException;

/**
 * The server's first message of SCRAM (RFC 5802 section 7): nonce, salt, iteration count.
 *
 * @param nonce our nonce and the server's behind it
 * @param salt not empty
 * @param iterations within the bounds
 */
record ScramChallenge(String nonce, byte[] salt, int iterations) {

    /** The fewest iterations that are accepted (RFC 7677 section 4): fewer make guessing the password cheap. */
    static final int FEWEST = 4096;

    /** The most iterations that are accepted: more would keep this machine busy for many seconds. */
    static final int MOST = 1_000_000;

    /**
     * Reads the message.
     *
     * @param text the message
     * @param ours the nonce that we sent
     * @return what it says
     * @throws SaslException when it does not hold
     */
    static ScramChallenge parse(String text, String ours) throws SaslException {
        String[] parts = text.split(",", -1);
        if (parts[0].startsWith("m=")) {
            throw new SaslException("the server demands an extension of SCRAM that is not known here");
        }
        if (parts.length < 3) {
            throw new SaslException("the server's first message is incomplete");
        }
        String nonce = value(parts[0], "r=", "nonce");
        boolean printable = nonce.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!printable || !nonce.startsWith(ours) || nonce.length() == ours.length()) {
            throw new SaslException("the server's nonce does not continue ours");
        }
        byte[] salt = salt(value(parts[1], "s=", "salt"));
        return new ScramChallenge(nonce, salt, iterations(value(parts[2], "i=", "iteration count")));
    }

    private static String value(String part, String key, String what) throws SaslException {
        if (!part.startsWith(key) || part.length() == key.length()) {
            throw new SaslException("the server gives no " + what);
        }
        return part.substring(key.length());
    }

    private static byte[] salt(String text) throws SaslException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SaslException("the server's salt is not base64");
        }
    }

    private static int iterations(String text) throws SaslException {
        int count = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
        if (count < FEWEST || count > MOST) {
            throw new SaslException("the server's iteration count is not within " + FEWEST + " and " + MOST);
        }
        return count;
    }
}
