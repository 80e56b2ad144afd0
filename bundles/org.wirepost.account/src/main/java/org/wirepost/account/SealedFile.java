// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.wirepost.smtp.auth.Secret;

/**
 * The file of the secret store: a header, octets under AES-256-GCM that are bound to the header, and a SHA-256 checksum
 * over both. Salt and nonce are new each time, so no key meets a second text.
 *
 * <p>Header: {@code WPSECRET}, version 1 (one octet), memory, passes and lanes of the {@link Derivation} (four octets
 * each), salt (16), nonce (12).
 */
final class SealedFile {

    private static final byte[] MAGIC = "WPSECRET".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEADER = 8 + 1 + 3 * Integer.BYTES + SALT + NONCE;
    private static final int CHECKSUM = 32;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedFile() {
    }

    /** Tells whether these octets are of this format, of any version. */
    static boolean is(byte[] file) {
        return file.length > MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Encrypts octets. */
    static byte[] seal(byte[] plain, Secret master, Derivation derivation) {
        byte[] salt = random(SALT);
        byte[] nonce = random(NONCE);
        ByteBuffer header = ByteBuffer.allocate(HEADER).put(MAGIC).put(VERSION).putInt(derivation.memory())
                .putInt(derivation.passes()).putInt(derivation.lanes()).put(salt).put(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, derivation, master, salt, nonce, header.array()).doFinal(plain);
            byte[] file = ByteBuffer.allocate(HEADER + sealed.length + CHECKSUM).put(header.array()).put(sealed)
                    .array();
            System.arraycopy(checksum(file), 0, file, file.length - CHECKSUM, CHECKSUM);
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in Galois/counter mode", e);
        }
    }

    /**
     * Decrypts a file.
     *
     * @param file its octets
     * @param master the master password
     * @param source what it is called in failures
     * @return what was encrypted, to be wiped
     * @throws SecretException when the file is damaged, from a newer version, or the password is wrong
     */
    static byte[] open(byte[] file, Secret master, String source) throws SecretException {
        if (file.length < HEADER + TAG_BITS / 8 + CHECKSUM || !MessageDigest.isEqual(checksum(file),
                Arrays.copyOfRange(file, file.length - CHECKSUM, file.length))) {
            throw SecretKeys.damaged(source, null);
        }
        ByteBuffer header = ByteBuffer.wrap(file, MAGIC.length, HEADER - MAGIC.length);
        if (header.get() != VERSION) {
            throw new SecretException(SecretText.capital(source) + " is from a newer version of Wirepost and was left "
                    + "as it is: use that version");
        }
        Derivation derivation = new Derivation(header.getInt(), header.getInt(), header.getInt());
        if (!derivation.isSensible()) {
            throw SecretKeys.damaged(source, null);
        }
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        header.get(salt).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, derivation, master, salt, nonce, Arrays.copyOf(file, HEADER))
                    .doFinal(file, HEADER, file.length - HEADER - CHECKSUM);
        } catch (AEADBadTagException e) {
            throw SecretKeys.wrong(source);
        } catch (GeneralSecurityException e) {
            throw SecretKeys.damaged(source, e);
        }
    }

    /** Returns how the key of a file was made, if it is one. */
    static Optional<Derivation> derivation(byte[] file) {
        if (!is(file) || file.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(file, MAGIC.length + 1, 3 * Integer.BYTES);
        return Optional.of(new Derivation(header.getInt(), header.getInt(), header.getInt()));
    }

    private static Cipher cipher(int mode, Derivation derivation, Secret master, byte[] salt, byte[] nonce,
            byte[] header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derivation.key(master, salt), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    /** Over everything but the last 32 octets. */
    private static byte[] checksum(byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, file.length - CHECKSUM);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
