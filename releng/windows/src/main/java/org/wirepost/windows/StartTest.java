// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.windows.driver.DesktopProcess;
import org.wirepost.windows.driver.NeedsDisplay;

/**
 * How long users wait for the window: from the start of the process until a draft that was typed into is on disk. Under
 * two seconds is the aim, on a machine that has nothing else to do; the limit leaves room for others.
 */
@NeedsDisplay
@Timeout(180)
class StartTest {

    private static final int STARTS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void aLetterCanBeWrittenSoonAfterTheStart(@TempDir Path folder) throws Exception {
        Path installation = DesktopProcess.unpack(folder);
        Path home = folder.resolve("home");
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < STARTS; i++) {
            Duration start = start(installation, home, i);
            best = start.compareTo(best) < 0 ? start : best;
        }
        assertThat(best).isLessThan(LIMIT);
    }

    /** The first start has to do without the archive of classes, and makes it at its end. */
    private static Duration start(Path installation, Path home, int number) throws Exception {
        String words = "start number " + number;
        long begin = System.nanoTime();
        try (DesktopProcess desktop = DesktopProcess.startWithArchive(installation, home,
                "mailto:ann@example.org?subject=Soon")) {
            desktop.window("Wirepost");
            Duration seen = Duration.ofNanos(System.nanoTime() - begin);
            desktop.type(words);
            desktop.press("ctrl+s");
            desktop.untilKept(words);
            Duration usable = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("Start %d, %s the class archive: window after %d ms, draft typed and kept after %d ms, "
                    + "processor time %d ms%n", number, number == 0 ? "without" : "with", seen.toMillis(),
                    usable.toMillis(), desktop.worked().toMillis());
            desktop.press("ctrl+q");
            assertThat(desktop.code()).isZero();
            return usable;
        }
    }
}
