// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The functions of RFC 5802 section 2.2 for one hash. */
enum ScramHash {
    SHA_1("SHA-1", "HmacSHA1", "PBKDF2WithHmacSHA1", 160),
    SHA_256("SHA-256", "HmacSHA256", "PBKDF2WithHmacSHA256", 256);

    private final String digest;
    private final String mac;
    private final String derivation;
    private final int bits;

    ScramHash(String digest, String mac, String derivation, int bits) {
        this.digest = digest;
        this.mac = mac;
        this.derivation = derivation;
        this.bits = bits;
    }

    byte[] salted(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bits);
        try {
            return SecretKeyFactory.getInstance(derivation).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + derivation + ".", e);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] hmac(byte[] key, String text) {
        try {
            Mac instance = Mac.getInstance(mac);
            instance.init(new SecretKeySpec(key, mac));
            return instance.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + mac + ".", e);
        }
    }

    byte[] hash(byte[] octets) {
        try {
            return MessageDigest.getInstance(digest).digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + digest + ".", e);
        }
    }
}
