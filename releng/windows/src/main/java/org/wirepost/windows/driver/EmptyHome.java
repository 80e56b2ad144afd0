// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets each test begin in an empty home, so that none sees what another has left. */
public final class EmptyHome implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        clear();
    }

    /** Empties the home that {@code WIREPOST_HOME} names. */
    public static void clear() throws IOException {
        Path home = Path.of(System.getenv("WIREPOST_HOME"));
        if (Files.exists(home)) {
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
