// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bundles of the product that the user has switched off, in the view of plug-ins or by hand: a file in the data
 * folder with a symbolic name in each line. Bundles that the user has dropped in are switched off by moving their files
 * out of the folder that is watched.
 */
final class SwitchedOff {

    private static final String FILE = "bundles-off.txt";

    private SwitchedOff() {
    }

    /** The symbolic names of the bundles that are not to be started; a list that cannot be read is as good as none. */
    static Set<String> in(Optional<Path> data) {
        var file = data.map(path -> path.resolve(FILE));
        if (file.isEmpty() || !file.get().toFile().isFile()) {
            return Set.of();
        }
        try (var lines = Files.lines(file.get())) {
            return lines.map(String::strip).collect(Collectors.toSet());
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println("wirepost: the list of bundles that are switched off cannot be read, "
                    + "so all are started: "
                    + Reason.of(e));
            return Set.of();
        }
    }
}
