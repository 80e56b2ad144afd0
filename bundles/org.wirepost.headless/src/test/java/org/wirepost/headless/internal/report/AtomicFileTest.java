// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.cli.Fault;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesTheOldFileOnlyWhenCommitted() throws Exception {
        Path file = Files.writeString(folder.resolve("report"), "old");
        try (AtomicFile atomic = AtomicFile.open(file, "--report")) {
            atomic.stream().write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(file).hasContent("old");
            atomic.commit();
        }
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leavesTheOldFileWhenGivenUp() throws Exception {
        Path file = Files.writeString(folder.resolve("report"), "old");
        try (AtomicFile atomic = AtomicFile.open(file, "--report")) {
            atomic.stream().write('x');
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void followsALinkAndKeepsIt() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        try (AtomicFile atomic = AtomicFile.open(link, "--report")) {
            atomic.stream().write('n');
            atomic.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("n");
    }

    @Test
    void writesDirectlyToWhatIsNoFile() throws Exception {
        try (AtomicFile atomic = AtomicFile.open(Path.of("/dev/null"), "--report")) {
            atomic.stream().write('x');
            atomic.commit();
        }
        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Path missing = folder.resolve("no/such/report");
        assertThatThrownBy(() -> AtomicFile.open(missing, "--report")).isInstanceOf(Fault.class)
                .hasMessageContaining("--report " + missing).hasMessageContaining("No such file or directory")
                .hasMessageNotContaining(".tmp");
        assertThatThrownBy(() -> AtomicFile.open(folder, "--report")).hasMessageContaining("is a folder");
    }
}
