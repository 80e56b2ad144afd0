// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The user's folders. On Linux and its kin these are the folders of the XDG Base Directory Specification, on Windows
 * those of {@code APPDATA} and {@code LOCALAPPDATA}, on macOS those below {@code ~/Library}. The variable
 * {@code WIREPOST_HOME} puts all three below one folder. None of them needs to exist.
 *
 * @param config what the user has set up: accounts
 * @param data what the user would miss: the outbox, bundles dropped in
 * @param cache what can be made anew at any time
 */
record Places(Path config, Path data, Path cache) {

    private static final String NAME = "wirepost";

    /** The folders of the user who runs this process. */
    static Places ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    static Places of(Map<String, String> environment, String system, Path home) {
        var root = environment.getOrDefault("WIREPOST_HOME", "");
        if (!root.isBlank()) {
            var folder = Path.of(root).toAbsolutePath();
            return new Places(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        }
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = variable(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME);
            var roaming = variable(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(NAME);
            return new Places(roaming, local.resolve("data"), local.resolve("cache"));
        }
        if (name.startsWith("mac")) {
            var support = home.resolve("Library/Application Support").resolve(NAME);
            return new Places(support.resolve("config"), support.resolve("data"),
                    home.resolve("Library/Caches").resolve(NAME));
        }
        return new Places(
                variable(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                variable(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME),
                variable(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME));
    }

    /** The folder a variable names; a relative one is ignored, as the specification asks. */
    private static Path variable(Map<String, String> environment, String variable, Path otherwise) {
        var value = Path.of(environment.getOrDefault(variable, ""));
        return value.isAbsolute() ? value : otherwise;
    }
}
