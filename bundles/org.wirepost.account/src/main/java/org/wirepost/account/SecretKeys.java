// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wirepost.smtp.auth.Secret;

/** The opened secret store: names and secrets, until it is closed. */
final class SecretKeys implements AutoCloseable {

    /** What is encrypted has a multiple of this length, so that the file does not tell how long a secret is. */
    private static final int BLOCK = 256;

    private final SortedMap<String, byte[]> entries;

    private SecretKeys(SortedMap<String, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Opens a store of this or the first format.
     *
     * @param file what is in the file, or empty for a new store
     * @param master the master password
     * @param source what the store is called in failures
     */
    static SecretKeys open(Optional<byte[]> file, Secret master, String source) throws SecretException {
        if (file.isEmpty()) {
            return new SecretKeys(new TreeMap<>());
        }
        if (!SealedFile.is(file.get())) {
            return new SecretKeys(OldSecretKeys.read(file.get(), master, source));
        }
        byte[] plain = SealedFile.open(file.get(), master, source);
        try {
            return new SecretKeys(entries(ByteBuffer.wrap(plain)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw damaged(source, e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static SortedMap<String, byte[]> entries(ByteBuffer plain) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        for (int left = plain.getInt(); left > 0; left--) {
            String alias = new String(take(plain), StandardCharsets.UTF_8);
            entries.put(alias, take(plain));
        }
        return entries;
    }

    private static byte[] take(ByteBuffer plain) {
        int length = plain.getInt();
        if (length < 0 || length > plain.remaining()) {
            throw new IllegalArgumentException("A length of " + length + " does not fit");
        }
        byte[] octets = new byte[length];
        plain.get(octets);
        return octets;
    }

    List<String> aliases() {
        return List.copyOf(entries.keySet());
    }

    /** Returns the octets of an entry, to be wiped. */
    Optional<byte[]> get(String alias) {
        return Optional.ofNullable(entries.get(name(alias))).map(byte[]::clone);
    }

    void put(String alias, byte[] octets) {
        entries.put(name(alias), octets.clone());
    }

    boolean remove(String alias) {
        return entries.remove(name(alias)) != null;
    }

    private static String name(String alias) {
        return alias.toLowerCase(Locale.ENGLISH);
    }

    /** Returns what goes into the file. */
    byte[] toOctets(Secret master, Derivation derivation) {
        int length = Integer.BYTES;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            length += 2 * Integer.BYTES + entry.getKey().getBytes(StandardCharsets.UTF_8).length
                    + entry.getValue().length;
        }
        ByteBuffer plain = ByteBuffer.allocate((length + BLOCK - 1) / BLOCK * BLOCK).putInt(entries.size());
        entries.forEach((alias, octets) -> {
            byte[] name = alias.getBytes(StandardCharsets.UTF_8);
            plain.putInt(name.length).put(name).putInt(octets.length).put(octets);
        });
        try {
            return SealedFile.seal(plain.array(), master, derivation);
        } finally {
            Arrays.fill(plain.array(), (byte) 0);
        }
    }

    /** Wipes the secrets. */
    @Override
    public void close() {
        entries.values().forEach(octets -> Arrays.fill(octets, (byte) 0));
    }

    static SecretException wrong(String source) {
        return new SecretException("The master password of " + source + " is wrong");
    }

    static SecretException damaged(String source, Exception cause) {
        return new SecretException(SecretText.capital(source) + " is damaged and was left as it is: restore it from a "
                + "copy, or move it away and add the secrets again", cause);
    }
}
