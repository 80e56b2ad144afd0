// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archives that the build has made. */
final class Distribution {

    private Distribution() {
    }

    /** The archive with the given ending. */
    static Path archive(String ending) throws IOException {
        try (var files = Files.list(Project.FOLDER.resolve("releng/dist/target"))) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst()
                    .orElseThrow(() -> new AssertionError("build releng/dist first"));
        }
    }

    /** Unpacks the archive into a folder and returns the folder that was in it. */
    static Path unpack(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var tar = new ProcessBuilder("tar", "-xzf", archive(".tar.gz").toString(), "-C", folder.toString()).inheritIO();
        assertThat(tar.start().waitFor()).isZero();
        try (var tops = Files.list(folder)) {
            return tops.reduce((one, other) -> {
                throw new AssertionError("two folders at the top of the archive: " + one + ", " + other);
            }).orElseThrow();
        }
    }
}
