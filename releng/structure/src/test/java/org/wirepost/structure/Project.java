// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of this project. */
final class Project {

    /** Its folder: the one above releng. */
    static final Path FOLDER = Path.of("").toAbsolutePath().getParent().getParent();

    private Project() {
    }

    /** The folders of the bundles. */
    static List<Path> bundles() {
        try (var folders = Files.list(FOLDER.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders with sources of a bundle that hold a class; a bundle without code has none. */
    static List<Path> packages(Path bundle) throws IOException {
        if (Files.notExists(bundle.resolve("src/main/java"))) {
            return List.of();
        }
        try (var files = Files.walk(bundle.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct().sorted()
                    .toList();
        }
    }

    /** All files that someone has written: those that git keeps, or would keep. */
    static List<Path> sources() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                .directory(FOLDER.toFile()).start();
        try (var lines = git.inputReader()) {
            var files = lines.lines().map(FOLDER::resolve).filter(Files::isRegularFile).sorted().toList();
            assumeTrue(git.waitFor() == 0, "git lists the sources");
            return files;
        }
    }
}
