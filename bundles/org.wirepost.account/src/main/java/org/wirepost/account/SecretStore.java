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
 * Secrets in an encrypted file: a PKCS #12 key store (RFC 7292) whose entries are encrypted with AES-256 under the
 * master password, which may hold any characters. The file is as strong as that password.
 *
 * <p>Names of entries are compared without regard to case. The file is replaced as a whole, by one writer at a time,
 * and only its owner can read it. Behind the key store the file carries a checksum, so that damage is not mistaken for
 * a wrong password; other programs that read PKCS #12 do not mind it.
 */
public final class SecretStore {

    private static final int LIMIT = 4 * 1024 * 1024;
    private static final int ITERATIONS = 300_000;

    private final StoredFile stored;
    private final int iterations;
    private final String source;

    private SecretStore(StoredFile stored, int iterations) {
        this.stored = stored;
        this.iterations = iterations;
        this.source = "the secret store " + stored.path();
    }

    /**
     * Returns the store in a file, which need not exist yet.
     *
     * @param file the file
     * @return the store
     */
    public static SecretStore at(Path file) {
        return new SecretStore(new StoredFile(file), ITERATIONS);
    }

    /** Returns a store that is quick to open and easy to break, for tests. */
    static SecretStore quick(Path file) {
        return new SecretStore(new StoredFile(file), 10);
    }

    /** Returns the file. */
    public Path file() {
        return stored.path();
    }

    /** Tells whether there is a file. */
    public boolean exists() {
        return Files.exists(file());
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
                : Optional.of(SecretText.firstLine(octets.get(), "the entry \"" + alias + "\" of " + source));
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
        changing(master, keys -> {
            byte[] octets = secret.utf8();
            keys.put(alias, octets);
            Arrays.fill(octets, (byte) 0);
            return Optional.of(keys);
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
        return exists() && changing(master, keys -> keys.remove(alias) ? Optional.of(keys) : Optional.empty());
    }

    /**
     * Encrypts everything anew under another master password.
     *
     * @param master the master password up to now
     * @param next the one from now on
     * @throws SecretException when the password is wrong, or the file is damaged or cannot be written
     */
    public void changeMasterPassword(Secret master, Secret next) throws SecretException {
        char[] password = SecretKeys.password(next);
        try {
            changing(master, keys -> Optional.of(keys.under(password)));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(SecretKeys keys) throws SecretException;
    }

    private <T> T reading(Secret master, Work<T> work) throws SecretException {
        char[] password = SecretKeys.password(master);
        try {
            return work.on(SecretKeys.open(stored.read(LIMIT), password, iterations, source));
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be read: " + Words.reason(e), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Writes the keys that the work returns; returns whether there were any. */
    private boolean changing(Secret master, Work<Optional<SecretKeys>> work) throws SecretException {
        char[] password = SecretKeys.password(master);
        boolean[] changed = new boolean[1];
        try {
            stored.<SecretException>update(LIMIT, old -> {
                Optional<SecretKeys> keys = work.on(SecretKeys.open(old, password, iterations, source));
                changed[0] = keys.isPresent();
                return keys.isPresent() ? Optional.of(keys.get().toOctets()) : Optional.empty();
            });
            return changed[0];
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be changed: " + Words.reason(e), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
