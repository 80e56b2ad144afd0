// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machine, in words that say nothing about whose it is. */
final class Machine {

    private Machine() {
    }

    static Map<String, Object> facts() throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processor", processor());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("load", load());
        return facts;
    }

    static String words() throws IOException {
        Map<String, Object> facts = facts();
        return facts.get("cores") + " cores of " + facts.get("processor") + ", " + facts.get("system") + ", "
                + facts.get("java") + ", load " + facts.get("load");
    }

    private static String processor() throws IOException {
        for (String line : read("/proc/cpuinfo")) {
            if (line.startsWith("model name")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return System.getProperty("os.arch");
    }

    /** How many processes wanted to run in the last minute: more than a little means noise. */
    private static String load() throws IOException {
        List<String> lines = read("/proc/loadavg");
        return lines.isEmpty() ? "unknown" : lines.get(0).split(" ")[0];
    }

    private static List<String> read(String file) throws IOException {
        return Files.isReadable(Path.of(file)) ? Files.readAllLines(Path.of(file)) : List.of();
    }
}
