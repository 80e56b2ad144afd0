// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.DesktopProcess;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** The archive as users have it, ended by force while a letter is being written. */
@NeedsDisplay
@Timeout(120)
class KillTest {

    @InjectBundleContext
    BundleContext context;

    @Test
    void aDraftThatWasNeverSavedByHandIsThereAgain(@TempDir Path folder) throws Exception {
        Path installation = DesktopProcess.unpack(folder);
        Desk.clear(context);
        long start = System.nanoTime();
        try (DesktopProcess desktop = DesktopProcess.start(installation, Desk.home(),
                "mailto:ann@example.org?subject=Unsaved&body=Begun%20")) {
            desktop.window("Wirepost");
            System.out.printf("Process start to the window, without the class archive: %d ms%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            desktop.press("ctrl+End");
            desktop.type("and never ended");
            desktop.untilKept("and never ended");
            desktop.kill();
        }
        try (Desk desk = Desk.open(context)) {
            Robot robot = desk.robot();
            assertThat(robot.text(Which.id("compose.to"))).isEqualTo("ann@example.org");
            assertThat(robot.text(Which.id("compose.subject"))).isEqualTo("Unsaved");
            assertThat(robot.text(Which.id("compose.body"))).startsWith("Begun and never ended");
        }
    }
}
