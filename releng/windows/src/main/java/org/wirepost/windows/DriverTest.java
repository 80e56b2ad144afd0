// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.windows.driver.Leaks;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Picture;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Stalls;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** That the driver finds, clicks, types, waits and measures. */
@NeedsDisplay
@Timeout(60)
class DriverTest {

    private WindowThread window;
    private Robot robot;

    @BeforeEach
    void open() {
        window = WindowThread.start(new TinyWindow(), "one", "two");
        robot = window.robot();
        robot.shell(Which.text("Tiny"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void typesIntoAFieldFoundByItsAccessibleName() {
        robot.type(Which.name("Subject"), "Grüße");

        assertThat(robot.text(Which.id("echo"))).isEqualTo("Grüße");
    }

    @Test
    void clicksOnAMenuItemFoundByItsTextOrId() {
        robot.click(Which.text("Save"));
        robot.until("the echo", () -> true);
        assertThat(robot.text(Which.id("echo"))).isEqualTo("saved");
        robot.type(Which.name("Subject"), "");
        robot.click(Which.id("save"));
        assertThat(robot.text(Which.name("Subject"))).isEqualTo("saved");
    }

    @Test
    void selectsAnEntry() {
        robot.select(Which.id("colour"), "green");

        assertThat(robot.text(Which.id("echo"))).isEqualTo("green");
    }

    @Test
    void aDialogThatBlocksDoesNotBlockTheTest() {
        robot.click(Which.text("Ask..."));
        robot.shell(Which.text("Sure?"));
        robot.click(Which.text("Yes"));
        robot.untilGone(Which.text("Sure?"));
    }

    @Test
    void pressesKeysByWayOfTheWindowSystem() {
        robot.run(() -> robot.display().getShells()[0].forceActive());
        robot.find(Control.class, Which.name("Subject"));
        robot.press("Ctrl+S");

        robot.find(Control.class, Which.id("echo").and(Which.text("saved")));
    }

    @Test
    void saysWhatWasThereInsteadOfWhatIsMissing() {
        assertThatThrownBy(() -> robot.withPatience(Duration.ofMillis(100)).click(Which.id("missing")))
                .hasMessageContaining("in vain for Widget of id missing").hasMessageContaining("MenuItem [save] 'Save'")
                .hasMessageContaining("Button 'Ask...'");
    }

    @Test
    void whatIsThrownInTheWindowIsThrownInTheTest() {
        assertThatThrownBy(() -> robot.run(() -> {
            throw new IllegalStateException("thrown");
        })).hasMessage("thrown");
        assertThatThrownBy(() -> robot.until("a miracle", () -> {
            throw new IllegalStateException("thrown");
        })).hasRootCauseMessage("thrown");
    }

    @Test
    void returnsTheExitCodeWhenTheWindowIsClosed() {
        robot.close(robot.shell(Which.text("Tiny")));

        assertThat(window.code()).isEqualTo(2);
    }

    @Test
    void seesAStallAndWhatCausedIt() throws Exception {
        try (Stalls stalls = Stalls.of(robot)) {
            robot.run(DriverTest::compute);
            robot.settle();
            assertThat(stalls.longest()).isGreaterThan(Duration.ofMillis(100));
            assertThat(stalls.stalls()).anySatisfy(stall -> {
                assertThat(stall.trace()).contains("DriverTest.compute");
                assertThat(stall.ran()).isGreaterThan(Duration.ofMillis(100));
                assertThat(stall.held()).isZero();
            });
        }
    }

    @Test
    void tellsWaitingForSomebodyFromWork() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Stalls stalls = Stalls.of(robot)) {
            robot.run(() -> {
                try {
                    never.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            robot.settle();
            assertThat(stalls.stalls()).anySatisfy(stall -> {
                assertThat(stall.held()).isGreaterThan(Duration.ofMillis(50));
                assertThat(stall.ran()).isLessThan(Duration.ofMillis(50));
                assertThat(stall.own()).isGreaterThan(Duration.ofMillis(50));
            });
        }
    }

    private static void compute() {
        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void countsWhatIsNotDisposedOf() {
        try (Leaks leaks = Leaks.of(robot)) {
            assertThat(leaks.growth(5, () -> robot.run(() -> new Image(robot.display(), 1, 1).dispose()))).isEmpty();
            assertThat(leaks.growth(5, () -> robot.run(() -> new Image(robot.display(), 1, 1))))
                    .containsEntry("Image", 5);
            assertThat(leaks.growth(5, () -> robot.run(() -> new Shell(robot.display())))).containsEntry("Shell", 5);
            robot.run(() -> {
                for (Shell shell : robot.display().getShells()) {
                    if (shell.getText().isEmpty()) {
                        shell.dispose();
                    }
                }
            });
        }
    }

    @Test
    void takesAPicture(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("deep/tiny.png");
        Picture.take(robot, robot.shell(Which.text("Tiny")), file);

        ImageData picture = new ImageData(file.toString());
        assertThat(picture.width).isBetween(200, 400);
        int first = picture.getPixel(picture.width / 2, picture.height / 2);
        boolean drawn = false;
        for (int x = 0; x < picture.width; x++) {
            for (int y = 0; y < picture.height; y++) {
                drawn |= picture.getPixel(x, y) != first;
            }
        }
        assertThat(drawn).as("something is drawn on it").isTrue();
    }
}
