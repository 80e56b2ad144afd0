// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders where Wirepost keeps things of a user. None is created by asking for it.
 *
 * <p>{@code WIREPOST_HOME} puts all three under one folder. Otherwise Linux and other Unix systems follow the XDG base
 * directory specification, macOS uses {@code ~/Library}, Windows {@code %APPDATA%} and {@code %LOCALAPPDATA%}.
 *
 * @param config settings: the accounts
 * @param data what must not be lost: secrets, drafts, dropped-in bundles
 * @param cache what can be made again
 */
public record Places(Path config, Path data, Path cache) {

    private static final String NAME = "wirepost";

    /**
     * Returns the places of the user who runs this process.
     *
     * @return the places
     * @throws AccountException when the user has no home folder and no variable names one
     */
    public static Places system() throws AccountException {
        return of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    /**
     * Returns the places for a given environment.
     *
     * @param environment environment variables; empty ones count as unset, as do relative XDG folders
     * @param osName the system property {@code os.name}
     * @param userHome the system property {@code user.home}, used where the environment says nothing
     * @return the places
     * @throws AccountException when there is no home folder and no variable names one
     */
    public static Places of(Map<String, String> environment, String osName, String userHome) throws AccountException {
        String one = environment.getOrDefault("WIREPOST_HOME", "");
        if (!one.isBlank()) {
            Path home = Path.of(one).toAbsolutePath().normalize();
            return new Places(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
        }
        Folders folders = new Folders(environment, userHome);
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path local = folders.find("LOCALAPPDATA", "AppData", "Local").resolve(NAME);
            return new Places(folders.find("APPDATA", "AppData", "Roaming").resolve(NAME), local,
                    local.resolve("cache"));
        }
        if (os.startsWith("mac") || os.startsWith("darwin")) {
            Path support = folders.find("", "Library", "Application Support").resolve(NAME);
            return new Places(support, support, folders.find("", "Library", "Caches").resolve(NAME));
        }
        return new Places(folders.find("XDG_CONFIG_HOME", ".config").resolve(NAME),
                folders.find("XDG_DATA_HOME", ".local", "share").resolve(NAME),
                folders.find("XDG_CACHE_HOME", ".cache").resolve(NAME));
    }

    /** Returns the file with the accounts. */
    public Path accountsFile() {
        return config.resolve("accounts.json");
    }

    /** Returns the encrypted file with secrets. */
    public Path secretsFile() {
        return data.resolve("secrets.store");
    }

    /** Returns the folder that is watched for bundles. */
    public Path dropins() {
        return data.resolve("dropins");
    }

    /** Returns the folder of the durable outbox. */
    public Path outbox() {
        return data.resolve("outbox");
    }

    /** Returns the folder with what is known of accounts beside the mail in the outbox: pauses, rates, servers. */
    public Path outboxAccounts() {
        return data.resolve("outbox-accounts");
    }

    private record Folders(Map<String, String> environment, String userHome) {

        Path find(String variable, String first, String... more) throws AccountException {
            String named = environment.getOrDefault(variable, "");
            if (!named.isBlank() && Path.of(named).isAbsolute()) {
                return Path.of(named);
            }
            return home().resolve(Path.of(first, more));
        }

        private Path home() throws AccountException {
            String home = environment.getOrDefault("HOME", "");
            String chosen = home.isBlank() || !Path.of(home).isAbsolute() ? userHome : home;
            // Java says "?" for a user without an entry in the user database, as is common in containers.
            if (chosen.isBlank() || !Path.of(chosen).isAbsolute()) {
                throw new AccountException("There is no home folder to keep settings in: set the environment variable "
                        + "WIREPOST_HOME to a folder");
            }
            return Path.of(chosen);
        }
    }
}
