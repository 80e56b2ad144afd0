// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.auth.Secret;

/**
 * Secrets in one encrypted file: AES-256-GCM under a key that Argon2id (RFC 9106) makes of the master password, which
 * may hold any characters. The file is as strong as that password.
 *
 * <p>Names of entries are compared without regard to case. The file is replaced as a whole, by one writer at a time,
 * and only its owner can read it. It carries a checksum, so that damage is not mistaken for a wrong password, and the
 * parameters of its key, so that later versions can demand more: every change writes it with those of today. A store of
 * the first format (PKCS #12, {@code secrets.p12} beside it) is read, and replaced at the first change.
 */
public final class SecretStore {

    private static final int LIMIT = 4 * 1024 * 1024;

    private final StoredFile stored;
    private final StoredFile before;
    private final Derivation derivation;

    private SecretStore(Path file, Derivation derivation) {
        this.stored = new StoredFile(file);
        this.before = new StoredFile(stored.path().resolveSibling("secrets.p12"));
        this.derivation = derivation;
    }

    /**
     * Returns the store in a file, which need not exist yet.
     *
     * @param file the file
     * @return the store
     */
    public static SecretStore at(Path file) {
        return new SecretStore(file, Derivation.NOW);
    }

    /** Returns a store that is quick to open and easy to break, for tests. */
    static SecretStore quick(Path file) {
        return new SecretStore(file, new Derivation(64, 1, 1));
    }

    /** Returns the file, which may be one of the first format until the next change. */
    public Path file() {
        return Files.exists(stored.path()) || !Files.exists(before.path()) ? stored.path() : before.path();
    }

    /** Tells whether there is a file. */
    public boolean exists() {
        return Files.exists(file());
    }

    private String source() {
        return "the secret store " + file();
    }

    /**
     * Returns a secret.
     *
     * @param alias its name
     * @param master the master password
     * @return the secret, to be destroyed after use, or empty when there is none of that name or no file
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be read
     */
    public Optional<Secret> get(String alias, Secret master) throws SecretException {
        Optional<byte[]> octets = reading(master, keys -> keys.get(alias));
        return octets.isEmpty() ? Optional.empty()
                : Optional.of(SecretText.firstLine(octets.get(), "the entry \"" + alias + "\" of " + source()));
    }

    /**
     * Returns the names of all secrets, sorted.
     *
     * @param master the master password
     * @return the names, in lower case
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be read
     */
    public List<String> aliases(Secret master) throws SecretException {
        return reading(master, SecretKeys::aliases);
    }

    /**
     * Keeps a secret, in place of another of that name; makes the file if there is none.
     *
     * @param alias its name
     * @param secret the secret, of one line
     * @param master the master password; that of a new file from now on
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be written
     */
    public void put(String alias, Secret secret, Secret master) throws SecretException {
        Words.requireLine("The name of the entry in the secret store", alias);
        SecretText.of(secret.characters(), "the secret for \"" + alias + "\"").destroy();
        changing(master, master, keys -> {
            byte[] octets = secret.utf8();
            keys.put(alias, octets);
            Arrays.fill(octets, (byte) 0);
            return true;
        });
    }

    /**
     * Removes a secret.
     *
     * @param alias its name
     * @param master the master password
     * @return whether there was one
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be written
     */
    public boolean remove(String alias, Secret master) throws SecretException {
        return exists() && changing(master, master, keys -> keys.remove(alias));
    }

    /**
     * Encrypts everything anew under another master password.
     *
     * @param master the master password up to now
     * @param next the one from now on
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be written
     */
    public void changeMasterPassword(Secret master, Secret next) throws SecretException {
        changing(master, next, keys -> true);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(SecretKeys keys) throws SecretException;
    }

    private <T> T reading(Secret master, Work<T> work) throws SecretException {
        String source = source();
        try {
            try (SecretKeys keys = SecretKeys.open(content(stored.read(LIMIT)), master, source)) {
                return work.on(keys);
            }
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be read: " + Words.reason(e), e);
        }
    }

    /** Returns the content of the file, or of the one of the first format when there is only that. */
    private Optional<byte[]> content(Optional<byte[]> file) throws IOException {
        return file.isPresent() ? file : before.read(LIMIT);
    }

    /** Writes the store under the next password if the work says so; returns what it says. */
    private boolean changing(Secret master, Secret next, Work<Boolean> work) throws SecretException {
        String source = source();
        boolean[] changed = new boolean[1];
        try {
            stored.<SecretException>update(LIMIT, old -> {
                try (SecretKeys keys = SecretKeys.open(content(old), master, source)) {
                    changed[0] = work.on(keys);
                    return changed[0] ? Optional.of(keys.toOctets(next, derivation)) : Optional.empty();
                }
            });
            if (changed[0] && !before.path().equals(stored.path())) {
                // What was in it is on the disk in the new format by now.
                Files.deleteIfExists(before.path());
            }
            return changed[0];
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be changed: " + Words.reason(e), e);
        }
    }
}
