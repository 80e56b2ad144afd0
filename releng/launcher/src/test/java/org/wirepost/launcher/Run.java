// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process left behind when it ended.
 *
 * @param code its exit code
 * @param out the lines on standard output
 * @param err the lines on standard error
 */
record Run(int code, List<String> out, List<String> err) {

    static Run of(ProcessBuilder builder) throws IOException, InterruptedException {
        return end(builder.start());
    }

    /** Waits for the process to end. */
    static Run end(Process process) throws IOException, InterruptedException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            var outLines = out.lines().toList();
            var errLines = err.lines().toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the process ends").isTrue();
            return new Run(process.exitValue(), outLines, errLines);
        } finally {
            process.destroyForcibly();
        }
    }
}
