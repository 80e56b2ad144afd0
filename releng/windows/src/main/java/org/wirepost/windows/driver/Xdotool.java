// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Keys and mouse by way of an X server: what the toolkit posts itself does not always reach the window. */
final class Xdotool {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("Ctrl", "ctrl"),
            Map.entry("Shift", "shift"), Map.entry("Alt", "alt"), Map.entry("Enter", "Return"),
            Map.entry("Esc", "Escape"), Map.entry("Backspace", "BackSpace"), Map.entry("Space", "space"),
            Map.entry("PageUp", "Page_Up"), Map.entry("PageDown", "Page_Down"), Map.entry(".", "period"),
            Map.entry(",", "comma"));

    private Xdotool() {
    }

    static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xdotool")));
    }

    static String key(String stroke) {
        List<String> parts = new ArrayList<>();
        for (String part : stroke.split("\\+")) {
            parts.add(NAMES.getOrDefault(part, part.length() == 1 ? part.toLowerCase(java.util.Locale.ROOT) : part));
        }
        return String.join("+", parts);
    }

    static void run(String... words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed");
            }
        } catch (IOException e) {
            throw new AssertionError("xdotool is needed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
