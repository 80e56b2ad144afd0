// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.windows.driver.EmptyHome;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Picture;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** Takes the pictures for the documentation; each scene has a window of its own in an empty home. */
@NeedsDisplay
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "WIREPOST_SCREENS", matches = ".+", disabledReason = "Run by releng/screens.")
class ScenesTest {

    private static final List<String> THEMES = List.of("light", "dark");

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void everySceneHasItsPicture(
            @InjectService(filter = "(wirepost.desktop=true)", timeout = 5000) ToIntFunction desktop)
            throws IOException {
        Path folder = Path.of(System.getenv("WIREPOST_SCREENS"));
        for (Scene scene : Scenes.ALL) {
            for (String theme : THEMES) {
                Path file = folder.resolve(scene.name() + "-" + theme + ".png");
                Files.deleteIfExists(file);
                EmptyHome.clear();
                take(desktop, scene, theme, file);
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    private static void take(ToIntFunction<String[]> desktop, Scene scene, String theme, Path file)
            throws IOException {
        try (WindowThread window = WindowThread.start(desktop)) {
            Robot robot = window.robot();
            robot.shell(Which.id("window"));
            robot.click(Which.id("theme." + theme));
            scene.setting().accept(robot);
            Shell front = robot.get(() -> {
                Shell active = robot.display().getActiveShell();
                return active == null ? robot.display().getShells()[0] : active;
            });
            Picture.take(robot, front, file);
        }
    }
}
