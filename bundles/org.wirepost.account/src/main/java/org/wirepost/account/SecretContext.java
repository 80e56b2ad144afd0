// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where secrets are looked for.
 *
 * @param environment environment variables
 * @param store the encrypted store; it need not exist
 * @param masterPassword asked only when the store is needed
 * @param commandLimit how long a command may take
 * @param warnings told of things that work and should not be so, one sentence each
 */
public record SecretContext(Map<String, String> environment, SecretStore store, MasterPassword masterPassword,
        Duration commandLimit, Consumer<String> warnings) {

    /** How long a command may take unless something else is said. */
    public static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);

    /** Copies the map. */
    public SecretContext {
        environment = Map.copyOf(environment);
    }

    /**
     * The environment of this process and the user's store, whose master password is in the environment variable
     * {@link MasterPassword#VARIABLE}.
     *
     * @param places where the store is
     * @param warnings told one sentence each
     * @return the context
     */
    public static SecretContext of(Places places, Consumer<String> warnings) {
        SecretContext bare = new SecretContext(System.getenv(), SecretStore.at(places.secretsFile()), () -> {
            throw new SecretException("The secret store needs its master password");
        }, COMMAND_LIMIT, warnings);
        return bare.withMasterPassword(() -> new SecretSource.Environment(MasterPassword.VARIABLE).resolve(bare));
    }

    /** Returns this context with another way to get the master password. */
    public SecretContext withMasterPassword(MasterPassword other) {
        return new SecretContext(environment, store, other, commandLimit, warnings);
    }

    /** Returns the path with {@code ~/} at its beginning replaced by the home folder. */
    Path inHome(String path) {
        if (!path.startsWith("~/")) {
            return Path.of(path);
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        return Path.of(home, path.substring(2));
    }

    /** Shows no variable, for any may hold a secret. */
    @Override
    public String toString() {
        return "SecretContext[store=" + store.file() + "]";
    }
}
