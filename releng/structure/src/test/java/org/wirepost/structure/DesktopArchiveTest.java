// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the window costs those who do not open it. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "it is started here")
class DesktopArchiveTest {

    @TempDir
    Path folder;

    @Test
    void theCommandLineLoadsNothingOfTheWindowToolkit() throws Exception {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        var top = Distribution.unpack("desktop-linux-" + machine, folder.resolve("program"));
        var classes = folder.resolve("classes.log");
        var builder = new ProcessBuilder(top.resolve("bin/wirepost").toString(), "demo").redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WIREPOST_HOME", folder.resolve("home").toString());
        environment.put("WIREPOST_CLASS_ARCHIVE", "off");
        environment.put("WIREPOST_JAVA_OPTS", "-Xlog:class+load:file=" + classes);
        environment.remove("DISPLAY");
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder.resolve("out")).content().contains("accepted  bob@example.org");
        assertThat(process.exitValue()).isZero();
        try (var lines = Files.lines(classes)) {
            var loaded = lines.map(line -> line.replaceAll("^\\S+ | source:.*", "")).toList();
            assertThat(loaded).contains("org.wirepost.launcher.Launcher");
            assertThat(loaded).filteredOn(name -> name.startsWith("org.eclipse.")).isEmpty();
        }
    }
}
