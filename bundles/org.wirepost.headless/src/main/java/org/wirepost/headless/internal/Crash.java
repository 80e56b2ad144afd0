// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wirepost.delivery.CrashText;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.server.ServerReader;

/**
 * A fault of our own: said in a sentence, with the details in a file. They hold where it happened and nothing that was
 * typed: of a message only that of exceptions whose words come from the platform.
 */
final class Crash {

    private final Surroundings surroundings;

    Crash(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Tells of it. */
    void tell(Throwable fault, List<String> words) {
        String details = details(fault, words.isEmpty() ? "" : words.get(0));
        boolean shown = words.contains("-v") || words.contains("--verbose");
        surroundings.err().line("wirepost: This is a fault of Wirepost (" + fault.getClass().getSimpleName()
                + "), not yours; please report it with " + (shown ? "the lines below." : place(details)));
        if (shown) {
            surroundings.err().text(details);
        }
    }

    private String place(String details) {
        try {
            Path folder = Files.createDirectories(ServerReader.places(surroundings).cache());
            Path file = folder.resolve("crash-" + System.currentTimeMillis() + ".txt");
            Files.writeString(file, details);
            return "the file " + file + ".";
        } catch (IOException | Fault e) {
            return "what -v shows.";
        }
    }

    private static String details(Throwable fault, String command) {
        return CrashText.of(fault, Program.name() + ", command " + (command.matches("[a-z]+") ? command : "unknown"),
                Instant.now());
    }
}
