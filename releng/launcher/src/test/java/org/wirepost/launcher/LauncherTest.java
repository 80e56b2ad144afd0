// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void lendsTheMainThreadAndEndsWithTheExitCodeOfTheApplication() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        var run = Run.of(installation.process("echo", "7", "two words", "", "*"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsExactly("main", "[two words]", "[]", "[*]", "stopped");
        assertThat(run.code()).isEqualTo(7);
    }

    @Test
    void leavesNoTraceInTheCacheAndNoneInTheInstallation() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        var before = installation.listing();
        assertThat(Run.of(installation.process()).code()).isZero();
        assertThat(installation.listing()).isEqualTo(before);
        assertThat(installation.cache().resolve("run")).isEmptyDirectory();
        assertThat(installation.dropins()).doesNotExist();
    }

    @Test
    void runsManyAtOnce() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        var processes = new Process[6];
        for (int i = 0; i < processes.length; i++) {
            processes[i] = installation.process("echo", Integer.toString(i)).start();
        }
        for (int i = 0; i < processes.length; i++) {
            assertThat(Run.end(processes[i]).code()).isEqualTo(i);
        }
        assertThat(installation.cache().resolve("run")).isEmptyDirectory();
    }

    @Test
    void runsWhenTheCacheCannotBeWritten() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        Files.createDirectories(installation.cache().getParent());
        Files.writeString(installation.cache(), "a file where the folder should be");
        assertThat(Run.of(installation.process("echo", "3")).code()).isEqualTo(3);
    }

    @Test
    void runsForAUserWithoutAHome() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        var process = installation.process("echo", "3");
        process.environment().keySet().removeAll(Set.of("WIREPOST_HOME", "HOME"));
        process.command().addAll(1, List.of("-Duser.home=?", "-Djava.io.tmpdir=" + folder));
        assertThat(Run.of(process)).isEqualTo(new Run(3, List.of("main", "stopped"), List.of()));
        assertThat(folder.toFile().list()).containsExactly("wirepost");
    }

    @Test
    void removesWhatAKilledProcessLeftBehindAndNothingElse() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        var abandoned = Files.createDirectories(installation.cache().resolve("run/abandoned/bundle0"));
        Files.writeString(abandoned.resolve("file"), "content");
        Files.setLastModifiedTime(abandoned.getParent(), FileTime.from(Instant.now().minusSeconds(120)));
        var starting = Files.createDirectories(installation.cache().resolve("run/starting"));
        var running = installation.process("wait").start();
        try (var out = running.inputReader()) {
            assertThat(out.readLine()).isEqualTo("waiting");
            for (var storage : installation.cache().resolve("run").toFile().listFiles()) {
                if (!storage.getName().equals("starting")) {
                    storage.setLastModified(System.currentTimeMillis() - 120_000);
                }
            }
            assertThat(Run.of(installation.process()).code()).isZero();
            assertThat(abandoned.getParent()).doesNotExist();
            assertThat(starting).exists();
            assertThat(installation.cache().resolve("run")).isDirectoryNotContaining("glob:**/abandoned");
            assertThat(installation.cache().resolve("run").toFile().list()).hasSize(2);
        } finally {
            running.destroyForcibly();
        }
    }

    @Test
    void saysInOneSentenceThatTheInstallationHasNoBundles() throws Exception {
        var run = Run.of(new TestInstallation(folder).process());
        assertThat(run.err()).containsExactly("wirepost: the installation in " + folder.resolve("wirepost")
                + " has no bundles; unpack the archive again");
        assertThat(run.code()).isEqualTo(70);
    }

    @Test
    void saysInOneSentenceThatNoBundleBringsAnApplication() throws Exception {
        var installation = new TestInstallation(folder);
        installation.watchDropins();
        var run = Run.of(installation.process());
        assertThat(run.err()).containsExactly("wirepost: no bundle in " + installation.folder()
                + " brings a command line; unpack the archive again");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(70);
    }

    @Test
    void saysThatABundleIsBroken() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        Files.writeString(installation.folder().resolve("bundles/broken.jar"), "not a jar");
        var run = Run.of(installation.process());
        assertThat(run.err()).singleElement().asString().startsWith("wirepost: ").contains("broken.jar")
                .endsWith("unpack the archive again");
        assertThat(run.code()).isEqualTo(70);
    }

    @Test
    void takesAnExceptionOfTheApplicationForAFaultOfOurs() throws Exception {
        var run = Run.of(TestInstallation.withEcho(folder).process("fail"));
        assertThat(run.err()).first().asString().contains("fault of Wirepost");
        assertThat(run.err()).anyMatch(line -> line.contains("failed as asked"));
        assertThat(run.out()).containsExactly("stopped");
        assertThat(run.code()).isEqualTo(70);
    }

    @Test
    @DisabledOnOs(value = WINDOWS, disabledReason = "needs the kill command")
    void cancelsTheApplicationOnCtrlC() throws Exception {
        assumeThat(ignoresInterrupts()).as("a build in the background ignores Ctrl-C, and so does what it starts")
                .isFalse();
        var installation = TestInstallation.withEcho(folder);
        var run = signalled(installation, "INT");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsSubsequence("closed", "released", "stopped").last().isEqualTo("stopped");
        assertThat(run.code()).isEqualTo(75);
        assertThat(installation.cache().resolve("run")).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = WINDOWS, disabledReason = "needs the kill command")
    void endsWithTheCodeOfTheApplicationWhenTerminated() throws Exception {
        assertThat(signalled(TestInstallation.withEcho(folder), "TERM").code()).isEqualTo(75);
    }

    /** Shells start background jobs with SIGINT ignored, which every child inherits (bit 1 of the mask of Linux). */
    private static boolean ignoresInterrupts() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.isReadable(status) && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static Run signalled(TestInstallation installation, String signal) throws Exception {
        var process = installation.process("wait").start();
        awaitWaiting(process);
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        return Run.end(process);
    }

    @Test
    void startsDroppedInBundlesBeforeTheApplication() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropIn("test.guest");
        var run = Run.of(installation.process("active", "test.guest"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void saysOfABundleThatIsNotTrustedHowToTrustItAndRunsWithoutIt() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropInUntrusted("test.guest");
        installation.dropIn("test.friend");
        assertThat(Run.of(installation.process("active", "test.friend"))).satisfies(run -> {
            assertThat(run.code()).isZero();
            assertThat(run.err()).singleElement().asString().startsWith("wirepost: dropins: ")
                    .contains("SHA-256", "wirepost plugin trust '" + installation.dropins().resolve("test.guest.jar"));
        });
        installation.trust("test.guest");
        assertThat(Run.of(installation.process("active", "test.guest"))).isEqualTo(
                new Run(0, List.of("stopped"), List.of()));
    }

    @Test
    void doesNotStartAFileThatHasChangedSinceItWasTrusted() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropIn("test.guest");
        Files.delete(installation.dropins().resolve("test.guest.jar"));
        installation.dropInUntrusted("test.guest", "Bundle-Version", "1.0.1");
        assertThat(Run.of(installation.process()).err()).singleElement().asString().contains("has changed")
                .contains("you trusted test.guest");
    }

    @Test
    void neitherFragmentsNorHooksNorOurNamesAreStartedEvenIfTheyAreOnTheList() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropInUntrusted("org.wirepost.account");
        installation.dropInUntrusted("test.fragment", "Fragment-Host", "org.wirepost.account");
        installation.dropInUntrusted("test.hook", "Import-Package", "org.osgi.framework.hooks.weaving");
        installation.dropInUntrusted("test.echo");
        var run = Run.of(installation.process());
        assertThat(run.code()).isZero();
        assertThat(run.err()).hasSize(4).allMatch(line -> line.startsWith("wirepost: dropins: "))
                .anyMatch(line -> line.contains("fragment of org.wirepost.account"))
                .anyMatch(line -> line.contains("hooks of the framework"))
                .anyMatch(line -> line.contains("calls itself org.wirepost.account"))
                .anyMatch(line -> line.contains("calls itself test.echo"));
    }

    @Test
    void startsABundleDroppedInWhileTheApplicationRuns() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        var process = installation.process("arrival", "test.guest").start();
        awaitWaiting(process);
        installation.dropIn("test.guest");
        assertThat(Run.end(process)).isEqualTo(new Run(0, List.of("stopped"), List.of()));
    }

    @Test
    void uninstallsABundleThatLeavesWhileTheApplicationRuns() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropIn("test.guest");
        var process = installation.process("departure", "test.guest").start();
        awaitWaiting(process);
        Files.delete(installation.dropins().resolve("test.guest.jar"));
        assertThat(Run.end(process).code()).isZero();
    }

    @Test
    void doesNotStartABundleThatIsSwitchedOff() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        Files.createDirectories(installation.dropins().getParent());
        var list = Files.writeString(installation.dropins().resolveSibling("bundles-off.txt"), "test.echo\n");
        assertThat(Run.of(installation.process()).err()).singleElement().asString().contains("no bundle");
        Files.writeString(list, "test.other\n");
        assertThat(Run.of(installation.process()).code()).isZero();
    }

    @Test
    void saysWhichDroppedInBundleDoesNotStartAndRunsWithoutIt() throws Exception {
        var installation = TestInstallation.withEcho(folder);
        installation.watchDropins();
        installation.dropIn("test.needy", "Import-Package", "not.there");
        installation.dropIn("test.guest");
        var run = Run.of(installation.process("active", "test.guest"));
        assertThat(run.err()).singleElement().asString().startsWith("wirepost: dropins: ")
                .contains("test.needy").contains("not.there");
        assertThat(run.out()).containsExactly("stopped");
        assertThat(run.code()).isZero();
    }

    /** The process has said that it waits, so what comes next happens while it runs. */
    private static void awaitWaiting(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("waiting");
    }
}
