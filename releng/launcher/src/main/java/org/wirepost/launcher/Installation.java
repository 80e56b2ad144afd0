// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The folder Wirepost was unpacked into: {@code bin}, {@code lib} with the launcher and the framework, {@code bundles}.
 * It is only read from.
 *
 * @param folder the folder that holds the others
 */
record Installation(Path folder) {

    /** The installation this launcher belongs to: its jar is in {@code lib}. */
    static Installation ofLauncher() throws URISyntaxException {
        var jar = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new Installation(jar.getParent().getParent());
    }

    /**
     * The jars of the product in the order of their names, so that every start is like the one before.
     *
     * @throws LaunchException if there are none
     */
    List<Path> bundles() throws LaunchException {
        var names = folder.resolve("bundles").toFile().list((parent, name) -> name.endsWith(".jar"));
        if (names == null || names.length == 0) {
            throw new LaunchException("the installation in " + folder + " has no bundles; unpack the archive again");
        }
        Arrays.sort(names);
        return Arrays.stream(names).map(folder.resolve("bundles")::resolve).toList();
    }
}
