// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The archives that the build has made. */
final class Distribution {

    private Distribution() {
    }

    /** The archive of a product, which is the beginning of its name, with the given ending. */
    static Path archive(String product, String ending) throws IOException {
        try (var files = Files.list(Project.FOLDER.resolve("releng/dist/target"))) {
            return files.filter(file -> file.getFileName().toString().matches(
                    "wirepost-" + product.replaceFirst("-|$", "-[0-9.]+$0") + "\\" + ending)).findFirst()
                    .orElseThrow(() -> new AssertionError("build releng/dist first"));
        }
    }

    /** Unpacks the archive of a product into a folder and returns the folder that was in it. */
    static Path unpack(String product, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var archive = product.contains("windows") ? archive(product, ".zip") : archive(product, ".tar.gz");
        // The one for Windows is read by jar, since not every machine has unzip.
        var command = product.contains("windows")
                ? List.of(System.getProperty("java.home") + "/bin/jar", "-xf", archive.toString())
                : List.of("tar", "-xzf", archive.toString());
        assertThat(new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
        try (var tops = Files.list(folder)) {
            return tops.reduce((one, other) -> {
                throw new AssertionError("two folders at the top of the archive: " + one + ", " + other);
            }).orElseThrow();
        }
    }
}
