// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

class CrashReportsTest {

    @TempDir
    Path folder;

    @Test
    void writesOneReportForEachPlace() throws Exception {
        Background background = new Background();
        CrashReports reports = new CrashReports(new UiThread(), background, folder);
        for (int i = 0; i < 3; i++) {
            reports.report(new IllegalStateException("again"));
        }
        background.close();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt"))).hasSize(1);
        }
    }
}
