// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        StringBuilder text = new StringBuilder(Program.name()).append(", Java ")
                .append(System.getProperty("java.version")).append(", ").append(System.getProperty("os.name"))
                .append(", ").append(Instant.now()).append(", command ")
                .append(command.matches("[a-z]+") ? command : "unknown").append('\n');
        for (Throwable each = fault; each != null; each = each.getCause()) {
            text.append(each == fault ? "" : "caused by ").append(each.getClass().getName());
            if (isOfThePlatform(each)) {
                text.append(": ").append(each.getMessage());
            }
            text.append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("  at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    /** These say what is wrong with the program, in words that hold none of its data. */
    private static boolean isOfThePlatform(Throwable fault) {
        return fault instanceof NullPointerException || fault instanceof IndexOutOfBoundsException
                || fault instanceof ClassCastException || fault instanceof LinkageError;
    }
}
