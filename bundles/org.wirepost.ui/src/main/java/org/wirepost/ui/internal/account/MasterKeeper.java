// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Map;
import java.util.Optional;
import org.wirepost.account.MasterPassword;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretStore;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.words.Sentences;

/**
 * Keeps the master password of the secret store in memory from the first time it is needed to the end of the program,
 * so that a person is asked once. Never to be used on the user interface thread, for it waits for that.
 */
final class MasterKeeper implements MasterPassword, AutoCloseable {

    private final SecretStore store;
    private final Map<String, String> environment;
    private final MasterPrompt prompt;
    private Optional<Secret> kept = Optional.empty();

    MasterKeeper(SecretStore store, Map<String, String> environment, MasterPrompt prompt) {
        this.store = store;
        this.environment = environment;
        this.prompt = prompt;
    }

    /** Returns a copy, destroyed by whoever asked. One person is asked one thing at a time: hence the lock. */
    @Override
    public synchronized Secret get() throws SecretException {
        if (kept.isEmpty()) {
            kept = Optional.of(find());
        }
        return copy(kept.get());
    }

    private Secret find() throws SecretException {
        String given = environment.getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return Secret.of(given);
        }
        return (store.exists() ? prompt.ask(this::problem) : prompt.choose())
                .orElseThrow(() -> new SecretException(Messages.masterNotGiven));
    }

    private Optional<String> problem(Secret password) {
        try {
            store.aliases(password);
            return Optional.empty();
        } catch (SecretException e) {
            return Optional.of(Sentences.of(e.getMessage()));
        }
    }

    /**
     * Encrypts the store anew, or makes the first password known when there is no store yet.
     *
     * @param next the password from now on; destroyed by the caller
     */
    synchronized void change(Secret next) throws SecretException {
        Secret now = get();
        try {
            store.changeMasterPassword(now, next);
            forget();
            kept = Optional.of(copy(next));
        } finally {
            now.destroy();
        }
    }

    /** Returns another secret of the same characters. */
    static Secret copy(Secret secret) {
        char[] characters = secret.characters();
        try {
            return Secret.of(characters);
        } finally {
            java.util.Arrays.fill(characters, '\0');
        }
    }

    private void forget() {
        kept.ifPresent(Secret::destroy);
        kept = Optional.empty();
    }

    /** Destroys the password. */
    @Override
    public synchronized void close() {
        forget();
    }
}
