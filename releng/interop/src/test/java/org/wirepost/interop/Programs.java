// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Programs {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Programs() {
    }

    /** Finds out whether a program is installed, where root's programs are as well. */
    public static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin";
        return Stream.of(path.split(":")).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Tells whether we are root. */
    public static boolean areRoots() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Runs a program and returns its exit code; what it prints is dropped. */
    public static int code(String... command) throws IOException {
        return await(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD), List.of(command));
    }

    /**
     * Runs a shell script that has to end well.
     *
     * @param script the script
     * @param environment variables for it
     */
    public static void script(Path script, Map<String, String> environment) throws IOException {
        // Into a file: a server that the script leaves behind would keep a pipe open.
        Path log = Files.createTempFile("wirepost-script", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ':' + more);
            int code = await(builder, List.of(script.toString()));
            if (code != 0) {
                throw new IOException(script + " ended with " + code + ": "
                        + new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(log);
        }
    }

    private static int await(ProcessBuilder builder, List<String> name) throws IOException {
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(name + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + name + " was running", e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }
}
