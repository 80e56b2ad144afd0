// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.UnrecoverableKeyException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wirepost.smtp.auth.Secret;

/** Reads the first format of the secret store: a PKCS #12 key store (RFC 7292) with a SHA-256 checksum behind it. */
final class OldSecretKeys {

    private static final int CHECKSUM_LENGTH = 32;

    private OldSecretKeys() {
    }

    /**
     * Reads all entries.
     *
     * @param file the content of the file
     * @param master the master password
     * @param source what the store is called in failures
     * @return name to secret, to be wiped
     */
    static SortedMap<String, byte[]> read(byte[] file, Secret master, String source) throws SecretException {
        char[] password = password(master);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(file), password);
            SortedMap<String, byte[]> entries = new TreeMap<>();
            for (String alias : Collections.list(keys.aliases())) {
                Key key = keys.getKey(alias, password);
                if (key != null) {
                    entries.put(alias, key.getEncoded());
                }
            }
            return entries;
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof UnrecoverableKeyException && isWhole(file);
            throw refused ? SecretKeys.wrong(source) : SecretKeys.damaged(source, e);
        } catch (GeneralSecurityException e) {
            throw SecretKeys.damaged(source, e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The key store of the JDK takes only ASCII; another password became {@code utf-8:} and base64 in form C. */
    private static char[] password(Secret master) {
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

    /** A changed octet makes the key store look like a wrong password does; the checksum tells the two apart. */
    private static boolean isWhole(byte[] file) throws SecretException {
        int length = file.length - CHECKSUM_LENGTH;
        try {
            return length > 0 && MessageDigest.isEqual(Arrays.copyOfRange(file, length, file.length),
                    MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(file, length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
