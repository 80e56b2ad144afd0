// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassArchiveTest {

    @TempDir
    Path folder;
    private TestInstallation installation;
    private Path archive;
    private Path lock;

    @BeforeEach
    void install() throws Exception {
        installation = TestInstallation.withEcho(folder);
        archive = installation.cache().resolve("classes/java.jsa");
        lock = archive.resolveSibling("java.jsa.lock");
    }

    @Test
    void theFirstRunHasItMadeAndDoesNotWait() throws Exception {
        assertThat(Run.of(process("-Dwirepost.class.archive=" + archive)).code()).isZero();
        awaitLockGone();
        assertThat(archive).isNotEmptyFile();
        assertThat(archive.getParent().toFile().list()).containsExactly("java.jsa");
    }

    @Test
    void aFailureOfLongAgoIsTriedAgain() throws Exception {
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(7200)));
        assertThat(Run.of(process("-Dwirepost.class.archive=" + archive)).code()).isZero();
        awaitLockGone();
        assertThat(archive).isNotEmptyFile();
    }

    @Test
    void isUsedAndLeavesNothingElseBehind() throws Exception {
        make();
        assertThat(archive.getParent().toFile().list()).containsExactly("java.jsa");
        var run = Run.of(process("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load"));
        assertThat(run.out()).anyMatch(line -> line.contains(Kernel.class.getName() + " source: shared objects file"));
    }

    @Test
    void somethingElseInItsPlaceIsHarmlessAndSilent() throws Exception {
        Files.createDirectories(archive.getParent());
        for (var damaged : List.of("", "nonsense", "x".repeat(100_000))) {
            Files.writeString(archive, damaged);
            var run = Run.of(process("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
            assertThat(run).isEqualTo(new Run(0, List.of("stopped"), List.of()));
        }
    }

    @Test
    void oldOnesAreRemoved() throws Exception {
        Files.createDirectories(archive.getParent());
        var old = Files.createFile(archive.resolveSibling("old.jsa"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(40L * 24 * 3600)));
        var recent = Files.createFile(archive.resolveSibling("recent.jsa"));
        make();
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aRecordedRunBecomesTheArchive() throws Exception {
        var recording = archive.resolveSibling("java.jsa.1");
        Files.createDirectories(archive.getParent());
        assertThat(Run.of(recorded(recording)).code()).isZero();
        awaitGone(recording);
        assertThat(archive).isNotEmptyFile();
        assertThat(archive.getParent().toFile().list()).containsExactly("java.jsa");
    }

    @Test
    void theRecordingOfARunThatFailedIsRemoved() throws Exception {
        Files.createDirectories(archive.getParent());
        var recording = archive.resolveSibling("java.jsa.1");
        assertThat(Run.of(recorded(recording, "echo", "64")).code()).isEqualTo(64);
        awaitGone(recording);
        assertThat(archive.getParent().toFile().list()).isEmpty();
    }

    private ProcessBuilder recorded(Path recording, String... arguments) {
        var process = process("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + recording,
                "-Dwirepost.class.archive=" + archive, "-Dwirepost.class.recording=" + recording);
        process.command().addAll(List.of(arguments));
        return process;
    }

    /** Makes the archive in a process of its own and waits for it. */
    private void make() throws Exception {
        Files.createDirectories(archive.getParent());
        Files.createFile(lock);
        var process = installation.process();
        var command = process.command();
        process.command(command.get(0), "-cp", installation.launcher().toString(), ClassArchive.class.getName(),
                archive.toString());
        assertThat(Run.of(process)).isEqualTo(new Run(0, List.of(), List.of()));
        assertThat(archive).isNotEmptyFile();
    }

    private ProcessBuilder process(String... options) {
        var process = installation.process();
        var command = new ArrayList<>(process.command());
        command.addAll(1, List.of(options));
        return process.command(command);
    }

    /** The lock is there from before the first run ends until all is done. */
    private void awaitLockGone() throws Exception {
        awaitGone(lock);
    }

    private void awaitGone(Path file) throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            archive.getParent().register(watch, ENTRY_CREATE, ENTRY_DELETE);
            while (Files.exists(file)) {
                var key = watch.poll(30, TimeUnit.SECONDS);
                assertThat(key).as("the archive is made").isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }
}
