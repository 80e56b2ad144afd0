// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.windows.driver.DesktopProcess;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** The bundles of the desktop product, all together in one framework, and the archive as users unpack it. */
@Timeout(120)
class DesktopTest {

    @InjectBundleContext
    BundleContext context;

    @Test
    void allBundlesStart() {
        assertThat(Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null))
                .allSatisfy(bundle -> assertThat(bundle.getState()).as(bundle.getSymbolicName())
                        .isIn(Bundle.ACTIVE, Bundle.STARTING))
                .extracting(Bundle::getSymbolicName).contains("org.wirepost.ui", "org.wirepost.headless");
    }

    @Test
    @NeedsDisplay
    @SuppressWarnings({"rawtypes", "unchecked"})
    void theWindowOpensAndClosesTwice(
            @InjectService(filter = "(wirepost.desktop=true)", timeout = 5000) ToIntFunction desktop)
            throws Exception {
        for (int i = 0; i < 2; i++) {
            try (WindowThread window = WindowThread.start((ToIntFunction<String[]>) desktop)) {
                Robot robot = window.robot();
                robot.close(robot.shell(Which.id("window")));
                assertThat(window.code()).isZero();
            }
        }
    }

    @Test
    @NeedsDisplay
    void theArchiveOpensItsWindowAndSurvivesAKill(@TempDir Path folder) throws Exception {
        Path installation = DesktopProcess.unpack(folder);
        for (int i = 0; i < 2; i++) {
            try (DesktopProcess desktop = DesktopProcess.start(installation, folder.resolve("home"))) {
                assertThat(desktop.window("Wirepost")).isNotEmpty();
                desktop.kill();
                assertThat(desktop.output()).isEmpty();
            }
        }
    }
}
