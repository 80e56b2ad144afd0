// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's folders that the launcher needs. The bundles work out the same ones by themselves, because they also live
 * without a launcher; {@code releng/structure} has a test that the two agree.
 *
 * @param data what the user would miss; bundles are dropped in here
 * @param cache what can be made anew at any time
 */
record Places(Path data, Path cache) {

    private static final String NAME = "wirepost";

    /** The folders of the user who runs this process; none for a user without a home, as in many containers. */
    static Optional<Places> ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    static Optional<Places> of(Map<String, String> environment, String system, String userHome) {
        var root = environment.getOrDefault("WIREPOST_HOME", "");
        if (!root.isBlank()) {
            var folder = Path.of(root).toAbsolutePath().normalize();
            return Optional.of(new Places(folder.resolve("data"), folder.resolve("cache")));
        }
        return home(environment, userHome).map(home -> below(home, environment, system.toLowerCase(Locale.ROOT)));
    }

    private static Places below(Path home, Map<String, String> environment, String system) {
        if (system.startsWith("windows")) {
            var local = variable(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME);
            return new Places(local, local.resolve("cache"));
        }
        if (system.startsWith("mac") || system.startsWith("darwin")) {
            return new Places(home.resolve("Library/Application Support").resolve(NAME),
                    home.resolve("Library/Caches").resolve(NAME));
        }
        return new Places(
                variable(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME),
                variable(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME));
    }

    /** The user's home folder; Java says "?" for a user without one. */
    private static Optional<Path> home(Map<String, String> environment, String userHome) {
        return Stream.of(environment.getOrDefault("HOME", ""), userHome).filter(home -> !home.equals("?"))
                .map(Path::of).filter(Path::isAbsolute).findFirst();
    }

    /** The folder a variable names; a relative one is ignored, as the XDG specification asks. */
    private static Path variable(Map<String, String> environment, String variable, Path otherwise) {
        var value = Path.of(environment.getOrDefault(variable, ""));
        return value.isAbsolute() ? value : otherwise;
    }
}
