// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.Leaks;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** That views leave nothing behind, however often they are opened and closed. */
@NeedsDisplay
@Timeout(180)
class LeakTest {

    private static final int TIMES = 200;
    private static final int LETTERS = 50;

    @InjectBundleContext
    BundleContext context;

    @Test
    void twoHundredTimesEachView() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            Object windows = desk.service("org.wirepost.ui.internal.shell.Windows");
            Map<String, Map<String, Integer>> growth = new TreeMap<>();
            for (String view : Desk.VIEWS) {
                long begin = System.nanoTime();
                try (Leaks leaks = Leaks.of(robot)) {
                    Map<String, Integer> more = leaks.growth(TIMES, () -> robot.run(() -> {
                        Desk.call(windows, "close", view, "");
                        Desk.call(windows, "open", view);
                    }));
                    if (!more.isEmpty()) {
                        growth.put(view, more);
                    }
                }
                System.out.printf("%s opened and closed in %.1f ms%n", view,
                        (System.nanoTime() - begin) / 1e6 / TIMES);
            }
            assertThat(growth).isEmpty();
        }
    }

    @Test
    void fiftyLetters() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.tryLab();
            try (Leaks leaks = Leaks.of(robot)) {
                Map<String, Integer> more = leaks.growth(LETTERS, () -> {
                    robot.click(Which.id("message.new"));
                    robot.until("a second letter", () -> letters(robot) == 2);
                    robot.click(Which.id("view.close"));
                    robot.until("the first letter alone", () -> letters(robot) == 1);
                });
                // The first letter's text keeps the layouts of a few lines, whenever it was drawn last.
                assertThat(more).allSatisfy((kind, count) -> assertThat(count).as(kind).isLessThan(LETTERS / 5));
            }
        }
    }

    private static long letters(Robot robot) {
        return robot.widgets().stream().filter(widget -> "org.wirepost.compose".equals(widget.getData(Which.ID)))
                .count();
    }
}
