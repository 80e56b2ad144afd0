// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Login;
import org.wirepost.account.SecretContext;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretStore;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/** Where the secrets of accounts come from and are kept. It waits for people and programs: in the background only. */
final class Vault implements AutoCloseable {

    private final SecretStore store;
    private final Map<String, String> environment;
    private final Map<String, String> provided = new ConcurrentHashMap<>();
    private final MasterKeeper master;

    Vault(SecretStore store, Map<String, String> environment, MasterPrompt prompt) {
        this.store = store;
        this.environment = environment;
        this.master = new MasterKeeper(store, environment, prompt);
    }

    /** Sets an environment variable, in memory only. */
    void provide(String variable, String value) {
        provided.put(variable, value);
    }

    /**
     * Prepares a session with a secret that was typed and is not kept yet; without one, with that of the account.
     *
     * @param account the account
     * @param typed the secret, left as it is
     */
    AccountSession open(Account account, Optional<Secret> typed) throws AccountException, SecretException {
        if (typed.isEmpty() || account.login().isEmpty() || account.login().get().kind() == Login.Kind.CERTIFICATE) {
            return AccountSession.of(account, context());
        }
        Login login = account.login().get();
        Secret secret = MasterKeeper.copy(typed.get());
        Credentials credentials = login.kind() == Login.Kind.TOKEN ? new Credentials.Token(login.user(), secret)
                : new Credentials.Password(login.user(), secret);
        return new AccountSession(AccountSession.connectionOnly(account, context()), Optional.of(credentials),
                new AuthSettings(login.mechanism(), login.clearTextAllowed(), List.of()));
    }

    private SecretContext context() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(provided);
        return new SecretContext(variables, store, master, SecretContext.COMMAND_LIMIT, warning -> { });
    }

    /** Keeps a secret in the encrypted store. In the background. */
    void keep(String alias, Secret secret) throws SecretException {
        Secret password = master.get();
        try {
            store.put(alias, secret, password);
        } finally {
            password.destroy();
        }
    }

    /** Removes a secret from the encrypted store. In the background. */
    void forget(String alias) throws SecretException {
        if (store.exists()) {
            Secret password = master.get();
            try {
                store.remove(alias, password);
            } finally {
                password.destroy();
            }
        }
    }

    /** Returns the keeper of the master password. */
    MasterKeeper master() {
        return master;
    }

    /** Tells whether there is an encrypted store. */
    boolean hasStore() {
        return store.exists();
    }

    /** Destroys what is secret. */
    @Override
    public void close() {
        provided.clear();
        master.close();
    }
}
