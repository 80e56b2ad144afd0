// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.wirepost.smtp.auth.Secret;

/** The opened secret store: a PKCS #12 key store of the JDK, with a checksum behind it in the file. */
final class SecretKeys {

    private static final String CHECK_ITERATIONS = "keystore.pkcs12.macIterationCount";
    private static final int SALT_LENGTH = 20;
    private static final int CHECKSUM_LENGTH = 32;
    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";
    /** What the JDK calls the keys; it keeps octets of any length under this name. */
    private static final String KEY_ALGORITHM = "AES";

    private final KeyStore keys;
    private final char[] password;
    private final int iterations;
    private final String source;

    private SecretKeys(KeyStore keys, char[] password, int iterations, String source) {
        this.keys = keys;
        this.password = password;
        this.iterations = iterations;
        this.source = source;
    }

    /**
     * Returns a master password in the form that the key store of the JDK takes: only ASCII. One that is not becomes
     * {@code utf-8:} and the base64 of its UTF-8 octets in normal form C.
     *
     * @param master the password
     * @return its form for the key store, to be wiped
     */
    static char[] password(Secret master) {
        char[] characters = master.characters();
        for (char c : characters) {
            if (c < ' ' || c > '~') {
                String normal = Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
                Arrays.fill(characters, '\0');
                return ("utf-8:" + Base64.getEncoder().encodeToString(normal.getBytes(StandardCharsets.UTF_8)))
                        .toCharArray();
            }
        }
        return characters;
    }

    /**
     * Opens a store.
     *
     * @param file what is in the file, or empty for a new store
     * @param password the master password in the form for the key store; used as long as the store is
     * @param iterations how often the password is hashed for what is written
     * @param source what the store is called in failures
     */
    static SecretKeys open(Optional<byte[]> file, char[] password, int iterations, String source)
            throws SecretException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            if (file.isPresent()) {
                keys.load(new ByteArrayInputStream(file.get()), password);
            } else {
                keys.load(null, null);
            }
            return new SecretKeys(keys, password, iterations, source);
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof UnrecoverableKeyException;
            throw refused && isWhole(file.orElseThrow())
                    ? new SecretException("The master password of " + source + " is wrong") : damaged(source, e);
        } catch (GeneralSecurityException e) {
            throw damaged(source, e);
        }
    }

    /** A changed octet makes the key store look like a wrong password does; the checksum tells the two apart. */
    private static boolean isWhole(byte[] file) {
        int length = file.length - CHECKSUM_LENGTH;
        return length > 0 && Arrays.equals(file, length, file.length, checksum(file, length), 0, CHECKSUM_LENGTH);
    }

    private static byte[] checksum(byte[] octets, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets, 0, length);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    List<String> aliases() throws SecretException {
        return work(() -> Collections.list(keys.aliases()).stream().sorted().toList());
    }

    /** Returns the octets of an entry, to be wiped. */
    Optional<byte[]> get(String alias) throws SecretException {
        return Optional.ofNullable(work(() -> keys.getKey(alias, password))).map(Key::getEncoded);
    }

    void put(String alias, byte[] octets) throws SecretException {
        byte[] salt = new byte[SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        work(() -> {
            keys.setEntry(alias, new KeyStore.SecretKeyEntry(new SecretKeySpec(octets, KEY_ALGORITHM)),
                    new KeyStore.PasswordProtection(password, ENCRYPTION, new PBEParameterSpec(salt, iterations)));
            return alias;
        });
    }

    boolean remove(String alias) throws SecretException {
        return work(() -> {
            boolean found = keys.containsAlias(alias);
            keys.deleteEntry(alias);
            return found;
        });
    }

    /** Returns all entries in a new store under another password. */
    SecretKeys under(char[] next) throws SecretException {
        SecretKeys copy = open(Optional.empty(), next, iterations, source);
        for (String alias : aliases()) {
            Optional<byte[]> octets = get(alias);
            if (octets.isPresent()) {
                copy.put(alias, octets.get());
                Arrays.fill(octets.get(), (byte) 0);
            }
        }
        return copy;
    }

    /** Returns what goes into the file. */
    byte[] toOctets() throws SecretException {
        return work(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                store(out);
            } catch (IOException e) {
                throw new GeneralSecurityException(e);
            }
            byte[] store = out.toByteArray();
            byte[] file = Arrays.copyOf(store, store.length + CHECKSUM_LENGTH);
            System.arraycopy(checksum(store, store.length), 0, file, store.length, CHECKSUM_LENGTH);
            return file;
        });
    }

    /**
     * The check value of a key store lets an attacker try passwords, so it must take as long as the entries do. The JDK
     * takes the number for a new store from a system property, and keeps that of a store it has read.
     */
    private void store(ByteArrayOutputStream out) throws IOException, GeneralSecurityException {
        synchronized (SecretKeys.class) {
            String before = System.getProperty(CHECK_ITERATIONS);
            System.setProperty(CHECK_ITERATIONS, Integer.toString(iterations));
            try {
                keys.store(out, password);
            } finally {
                if (before == null) {
                    System.clearProperty(CHECK_ITERATIONS);
                } else {
                    System.setProperty(CHECK_ITERATIONS, before);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws GeneralSecurityException;
    }

    private <T> T work(Work<T> work) throws SecretException {
        try {
            return work.run();
        } catch (GeneralSecurityException e) {
            throw damaged(source, e);
        }
    }

    private static SecretException damaged(String source, Exception cause) {
        return new SecretException(SecretText.capital(source) + " is damaged and was left as it is: restore it from a "
                + "copy, or move it away and add the secrets again", cause);
    }
}
