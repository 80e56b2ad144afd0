// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;

/**
 * Counts what is never collected as garbage: widgets, and images, fonts, cursors, regions and drawing contexts that
 * were
 * made since the count began.
 */
public final class Leaks implements AutoCloseable {

    private final Robot robot;

    private Leaks(Robot robot) {
        this.robot = robot;
        robot.run(() -> robot.display().setTracking(true));
    }

    /** Begins to count. */
    public static Leaks of(Robot robot) {
        return new Leaks(robot);
    }

    /** Returns how many there are of each kind now. */
    public Map<String, Integer> count() {
        robot.settle();
        return robot.get(() -> {
            Display display = robot.display();
            Map<String, Integer> counts = new TreeMap<>();
            Stream.concat(Stream.of(display.getDeviceData().objects), Tree.of(display).stream())
                    .forEach(one -> counts.merge(one.getClass().getSimpleName(), 1, Integer::sum));
            return counts;
        });
    }

    /**
     * Repeats something and returns what there is more of afterwards. The first times are not counted, because caches
     * are filled then.
     *
     * @param times how often
     * @param cycle such as opening and closing a view
     * @return by how many each kind has grown; empty when nothing leaks
     */
    public Map<String, Integer> growth(int times, Runnable cycle) {
        repeat(Math.min(3, times), cycle);
        Map<String, Integer> before = count();
        repeat(times, cycle);
        Map<String, Integer> growth = count();
        before.forEach((kind, number) -> growth.merge(kind, -number, Integer::sum));
        growth.values().removeIf(number -> number <= 0);
        return growth;
    }

    private static void repeat(int times, Runnable cycle) {
        for (int i = 0; i < times; i++) {
            cycle.run();
        }
    }

    /** Ends the count. */
    @Override
    public void close() {
        if (!robot.display().isDisposed()) {
            robot.run(() -> robot.display().setTracking(false));
        }
    }
}
