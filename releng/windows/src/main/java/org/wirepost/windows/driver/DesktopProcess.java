// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The desktop as users unpack it, in a process of its own: for what happens when that is killed. Linux only. */
public final class DesktopProcess implements AutoCloseable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path home;
    private final Path log;

    private DesktopProcess(Process process, Path home, Path log) {
        this.process = process;
        this.home = home;
        this.log = log;
    }

    /**
     * Unpacks the archive of this build for this machine; the test is skipped where there is none.
     *
     * @param into an empty folder
     * @return the folder above bin
     */
    public static Path unpack(Path into) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("wirepost.windows.dist", "."));
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        assumeTrue(Files.isDirectory(target), "The archives are not built (mvn package -pl releng/dist -am).");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(target,
                "wirepost-desktop-*-linux-" + machine + ".tar.gz")) {
            var each = found.iterator();
            assumeTrue(each.hasNext(), "There is no archive for this machine in " + target + ".");
            if (run("tar", "-xzf", each.next().toString(), "-C", into.toString(), "--strip-components=1") != 0) {
                throw new IOException("The archive in " + target + " cannot be unpacked");
            }
            return into;
        }
    }

    /**
     * Starts {@code wirepost desktop}.
     *
     * @param installation the folder above bin
     * @param home becomes WIREPOST_HOME
     * @param words further arguments
     */
    public static DesktopProcess start(Path installation, Path home, String... words) throws IOException {
        return start(installation, home, Map.of("WIREPOST_CLASS_ARCHIVE", "off"), words);
    }

    /**
     * Starts {@code wirepost desktop} as users do, so that it makes the archive of classes at its end, or uses it.
     *
     * @param installation the folder above bin
     * @param home becomes WIREPOST_HOME
     * @param words further arguments
     */
    public static DesktopProcess startWithArchive(Path installation, Path home, String... words) throws IOException {
        return start(installation, home, Map.of(), words);
    }

    private static DesktopProcess start(Path installation, Path home, Map<String, String> more, String... words)
            throws IOException {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder ->
                Files.isExecutable(Path.of(folder, "xdotool"))), "xdotool is not installed.");
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(List.of(installation.resolve("bin/wirepost").toString(), "desktop"));
        command.addAll(List.of(words));
        Path log = home.resolve("desktop.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("WIREPOST_HOME", home.toString());
        builder.environment().putAll(more);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new DesktopProcess(builder.start(), home, log);
    }

    /** Returns what it has printed. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    /**
     * Waits until a window of it can be seen.
     *
     * @param title a regular expression for its title
     * @return its number for the window system
     */
    public String window(String title) throws IOException, InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - limit < 0 && process.isAlive()) {
            List<String> found = lines("xdotool", "search", "--onlyvisible", "--all", "--pid",
                    Long.toString(process.pid()), "--name", title);
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("There is no window '" + title + "'. The process said: " + output());
    }

    /** Types into the window that has the focus. */
    public void type(String text) throws IOException, InterruptedException {
        lines("xdotool", "type", "--delay", "1", text);
    }

    /** Presses a key in the window that has the focus, such as {@code ctrl+s}. */
    public void press(String key) throws IOException, InterruptedException {
        lines("xdotool", "key", key);
    }

    /** Waits until a draft on disk has that in it. */
    public void untilKept(String words) throws IOException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!isKept(words)) {
            if (System.nanoTime() - limit > 0) {
                throw new AssertionError("No draft on disk contains '" + words + "'");
            }
            LockSupport.parkNanos(SOON_NANOS);
        }
    }

    private boolean isKept(String words) throws IOException {
        Path drafts = home.resolve("data/drafts");
        if (!Files.exists(drafts)) {
            return false;
        }
        try (var files = Files.walk(drafts)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                if (Files.readString(file).contains(words)) {
                    return true;
                }
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // It was being replaced just now.
            return false;
        }
        return false;
    }

    /** Returns for how long its threads have had processors so far, in all. */
    public Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for its end and returns the exit code. */
    public int code() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process did not end. It said: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> lines(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader()) {
            List<String> found = lines.lines().toList();
            process.waitFor();
            return found;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
