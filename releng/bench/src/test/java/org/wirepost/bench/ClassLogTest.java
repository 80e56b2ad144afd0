// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassLogTest {

    @TempDir
    private Path folder;

    @Test
    void knowsWhenAPartBeginsAndWhereItsClassesComeFrom() throws Exception {
        Path file = Files.writeString(folder.resolve("log"), """
                [1000000ns] java.lang.Object source: shared objects file
                [40000000ns] org.wirepost.launcher.Launcher source: shared objects file (top)
                something else
                [60000000ns] org.apache.felix.framework.Felix source: file:/lib/felix.jar
                """);

        ClassLog log = ClassLog.read(file);

        assertThat(log.classes()).hasSize(3);
        assertThat(log.begin("org.wirepost.launcher.")).isEqualTo(40);
        assertThat(log.classes().get(2).archived()).isFalse();
        assertThat(log.begin("org.wirepost.smtp.")).as("a part that was never reached").isEqualTo(60);
    }
}
