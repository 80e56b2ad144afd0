// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Picture;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Takes the pictures for the documentation; each scene has a window of its own in an empty home. */
@NeedsDisplay
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "WIREPOST_SCREENS", matches = ".+", disabledReason = "Run by releng/screens.")
class ScenesTest {

    private static final List<String> THEMES = List.of("light", "dark");
    private static final int LARGEST = 200_000;
    private static final int FADE_MILLIS = 600;

    @InjectBundleContext
    BundleContext context;

    private final List<String> failed = new ArrayList<>();

    @Test
    void everySceneHasItsPicture() {
        String only = System.getenv().getOrDefault("WIREPOST_SCENES", "");
        for (Scene scene : Scenes.ALL) {
            if (only.isEmpty() || List.of(only.split(",")).contains(scene.name())) {
                take(scene, THEMES);
            }
        }
        if (only.isEmpty() || only.contains("contrast")) {
            take(new Scene("composer", Scenes::composer), List.of("contrast"));
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void oneIsInGerman() {
        String only = System.getenv().getOrDefault("WIREPOST_SCENES", "");
        assumeTrue(only.isEmpty() || only.contains("german"), "Not asked for.");
        Locale before = Locale.getDefault();
        try {
            take(new Scene("german", Scenes::composer), THEMES.subList(0, 1), "general.language=de");
        } finally {
            Locale.setDefault(before);
            Desk.firstAnew(context).close();
        }
        assertThat(failed).isEmpty();
    }

    /** One that cannot be taken does not keep the others from being taken. */
    private void take(Scene scene, List<String> themes, String... settings) {
        List<String> left = new ArrayList<>(themes);
        try {
            while (!left.isEmpty()) {
                try (Desk desk = settings.length == 0 ? Desk.first(context, "compose.undoSeconds=1")
                        : Desk.firstAnew(context, settings)) {
                    take(scene, desk, left);
                }
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            failed.add(scene.name() + ": " + e.getMessage());
        }
    }

    /** Takes those pictures that can be taken of one window: dialogs keep the colours that they open with. */
    private static void take(Scene scene, Desk desk, List<String> left) throws IOException {
        Robot robot = desk.robot();
        Shell window = robot.shell(Which.id("window"));
        robot.run(() -> {
            window.setBounds(40, 40, scene.size().x, scene.size().y);
            // Where no tool tip opens.
            robot.display().setCursorLocation(0, 0);
        });
        boolean set = false;
        while (!left.isEmpty() && (!set || front(robot) == window)) {
            robot.click(Which.id("theme." + left.get(0)));
            fade(robot);
            if (!set) {
                scene.setting().accept(desk);
                fade(robot);
                set = true;
            }
            Path file = Path.of(System.getenv("WIREPOST_SCREENS"))
                    .resolve(scene.name() + "-" + left.remove(0) + ".png");
            Picture.take(robot, front(robot), file);
            assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
        }
    }

    /** The platform lets one theme fade into the other. */
    private static void fade(Robot robot) {
        CountDownLatch faded = new CountDownLatch(1);
        robot.run(() -> robot.display().timerExec(FADE_MILLIS, faded::countDown));
        try {
            faded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        robot.settle();
    }

    private static Shell front(Robot robot) {
        return robot.get(() -> {
            Shell active = robot.display().getActiveShell();
            return active == null ? robot.display().getShells()[0] : active;
        });
    }
}
