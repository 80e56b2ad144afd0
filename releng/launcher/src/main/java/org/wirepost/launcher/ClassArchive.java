// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The class-data archive: the classes of a typical run as the virtual machine keeps them in memory, which makes later
 * starts a third faster. The start script names the file, for this Java and this installation, in the system property
 * {@value #PROPERTY}, and uses it if it is there. If not, the first run to end has it made by a process of its own, so
 * that nobody waits for it. A run with a window cannot be repeated behind the user's back: the virtual machine of the
 * first one records it itself, into the file that the script names in {@value #RECORDING}, when the window is closed.
 * Without an archive, or with one that fits no more, everything works the same.
 */
final class ClassArchive {

    static final String PROPERTY = "wirepost.class.archive";
    static final String RECORDING = "wirepost.class.recording";
    private static final long STALE_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long OLD_MILLIS = TimeUnit.DAYS.toMillis(30);
    private static final long TRAINING_SECONDS = 60;
    private static final long RECORDING_SECONDS = 60;

    private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");

    private final Path file;
    private final Path lock;

    ClassArchive(Path file) {
        this.file = file;
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
    }

    /** The archive that the start script asked for and that is not there. */
    static Optional<ClassArchive> wanted() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).filter(name -> !name.isEmpty())
                .map(Path::of).filter(path -> !Files.exists(path)).map(ClassArchive::new);
    }

    /**
     * Starts the process that makes the archive, unless another one is at it or has failed within the hour.
     *
     * @param wentWell whether this run is a model for others, if it is recorded; one that failed may have had no window
     */
    void makeInBackground(boolean wentWell) {
        try {
            Files.createDirectories(file.getParent());
            var recording = System.getProperty(RECORDING, "");
            if (!recording.isEmpty()) {
                begin(recording, Long.toString(ProcessHandle.current().pid()), Boolean.toString(wentWell));
            } else if (System.currentTimeMillis() - lock.toFile().lastModified() > STALE_MILLIS) {
                Files.deleteIfExists(lock);
                Files.createFile(lock);
                begin();
            }
        } catch (IOException e) {
            // Another process was quicker, or nothing can be written here: starts stay as fast as they are.
        }
    }

    private void begin(String... how) throws IOException {
        var arguments = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"),
                ClassArchive.class.getName(), file.toString()));
        arguments.addAll(List.of(how));
        process(arguments).start();
    }

    /**
     * Makes the archive and returns when it is there.
     *
     * @param args the file of the archive; and if a run is recorded, the file of the recording, the process that writes
     *     it when it ends, and whether it is to be the archive
     */
    public static void main(String[] args) throws Exception {
        var archive = new ClassArchive(Path.of(args[0]));
        if (args.length == 1) {
            archive.make();
        } else {
            archive.take(Path.of(args[1]), Long.parseLong(args[2]), Boolean.parseBoolean(args[3]));
        }
    }

    private void take(Path recording, long writer, boolean wanted) throws Exception {
        var process = ProcessHandle.of(writer);
        if (process.isPresent()) {
            process.get().onExit().get(RECORDING_SECONDS, TimeUnit.SECONDS);
        }
        try {
            if (wanted && Files.exists(recording) && !Files.exists(file)) {
                publish(recording);
            }
        } finally {
            Files.deleteIfExists(recording);
        }
    }

    private void make() throws IOException, InterruptedException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var home = file.resolveSibling(file.getFileName() + ".home");
        try {
            train(fresh, home);
            if (Files.exists(fresh)) {
                publish(fresh);
            }
        } finally {
            Files.deleteIfExists(fresh);
            Storage.delete(home.toFile());
        }
        // Last, so that nothing is touched any more once it is gone.
        if (Files.exists(file)) {
            Files.delete(lock);
        }
    }

    /** A virtual machine does not survive half an archive, so all of it is on disk before it gets its name. */
    private void publish(Path fresh) throws IOException {
        try (var channel = FileChannel.open(fresh, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        removeOld();
    }

    /**
     * A run that touches what most runs touch: the demonstration, which sends a letter to itself. The virtual machine
     * writes the archive when it ends.
     */
    private static void train(Path fresh, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var run = process(List.of("-XX:ArchiveClassesAtExit=" + fresh, "-Djava.io.tmpdir=" + home, "-jar",
                System.getProperty("java.class.path"), "demo"));
        run.environment().put("WIREPOST_HOME", home.toString());
        var process = run.start();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(fresh);
        }
    }

    private static ProcessBuilder process(List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xlog:disable"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectInput(Redirect.from(NOTHING)).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }

    /** Removes the archives, most of them of other versions, that were made more than a month ago. */
    private void removeOld() {
        var others = file.getParent().toFile().listFiles((parent, name) -> name.contains(".jsa"));
        for (var other : others == null ? new File[0] : others) {
            if (System.currentTimeMillis() - other.lastModified() > OLD_MILLIS) {
                other.delete();
            }
        }
    }
}
