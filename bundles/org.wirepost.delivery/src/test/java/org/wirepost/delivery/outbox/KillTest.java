// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes. In every build a sample; in a sweep at each system call that changes something, and at 1000
 * random moments.
 */
@Timeout(3600)
class KillTest {

    private static final int STRIDE = Extent.of("wirepost.outbox.steps", 23, 1);
    private static final int KILLS = Extent.of("wirepost.outbox.kills", 3, 1000);
    private static final List<String> CHANGES = List.of("write", "fsync", "rename,renameat,renameat2", "mkdir",
            "openat", "unlink,rmdir");

    @TempDir
    Path folder;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void clearUp() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OutboxLife.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        processes.add(process);
        return process;
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at what a process has left behind, sends the rest, and adds up the states. */
    private void check(Path place, Map<String, Integer> told, String what) throws IOException {
        Outbox outbox = Outbox.open(place.resolve("outbox"), Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        assertThat(outbox.setAside()).as(what).isEmpty();
        List<String> got = new ArrayList<>(OutboxLife.noted(place, "got"));
        Set<String> known = new HashSet<>();
        for (QueuedMail mail : outbox.list()) {
            known.add(mail.id());
            assertThat(Files.size(mail.content())).as(what).isEqualTo(mail.size());
            for (RecipientStatus recipient : mail.recipients()) {
                int count = Collections.frequency(got, recipient.address());
                switch (recipient.state()) {
                    case SENT -> assertThat(count).as(what + recipient).isEqualTo(1);
                    case UNKNOWN -> assertThat(count).as(what + recipient).isLessThan(2);
                    default -> assertThat(count).as(what + recipient).isZero();
                }
                told.merge(recipient.state().word(), 1, Integer::sum);
            }
        }
        for (String line : OutboxLife.noted(place, "queued")) {
            assertThat(known).as(what).contains(line.split(" ")[0]);
        }
        assertThat(got).as(what).containsAll(OutboxLife.noted(place, "sent"));
        Post.Server server = new Post.Server();
        try (Sender sender = outbox.acquire().orElseThrow()) {
            for (QueuedMail mail : sender.due()) {
                Attempt attempt = sender.begin(mail.id());
                attempt.record(server.deliver(attempt.order()), OutboxLife.RETRY);
            }
        }
        got.addAll(server.got);
        assertThat(got).as(what).doesNotHaveDuplicates();
        assertThat(outbox.list()).as(what).allMatch(mail -> !mail.has(RecipientState.QUEUED)
                && !mail.has(RecipientState.DEFERRED));
    }

    private static void deleteAll(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void killedAtSystemCallsThatChangeSomething() throws Exception {
        assumeTrue(works("strace", "-f", "-e", "inject=fsync:signal=KILL:when=99", "true"),
                "strace is not installed or may not be used");
        Map<String, Integer> told = new TreeMap<>();
        int runs = 0;
        for (String calls : CHANGES) {
            boolean killed = true;
            // The virtual machine opens some hundred files before it begins.
            int first = calls.equals("openat") ? 60 : 1;
            for (int at = first + STRIDE / 2; killed; at += STRIDE) {
                Path place = Files.createDirectory(folder.resolve("kill" + runs));
                Process process = start(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e",
                        "inject=" + calls + ":signal=KILL:when=" + at), place.toString(), "once");
                assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
                killed = process.exitValue() != 0;
                check(place, told, "killed at " + calls + " " + at + ": ");
                deleteAll(place);
                runs++;
            }
        }
        System.out.println("outbox, killed at system calls: " + runs + " runs, " + told);
        assertThat(runs).isGreaterThan(3);
    }

    @Test
    void failingSyncsOfTheSystemAreRefusedInWords() throws Exception {
        assumeTrue(works("strace", "-f", "-e", "inject=fsync:error=EIO:when=99", "true"),
                "strace is not installed or may not be used");
        Map<String, Integer> told = new TreeMap<>();
        boolean failed = true;
        int runs = 0;
        for (int at = 3; failed; at += Math.max(1, STRIDE / 3)) {
            Path place = Files.createDirectory(folder.resolve("sync" + at));
            Process process = start(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e",
                    "inject=fsync:error=EIO:when=" + at), place.toString(), "once");
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            failed = process.exitValue() != 0;
            check(place, told, "sync " + at + ": ");
            if (!OutboxLife.noted(place, "refused").isEmpty()) {
                assertThat(OutboxLife.noted(place, "refused")).containsExactly("DISK");
                assertThat(OutboxLife.noted(place, "queued")).isEmpty();
            }
            deleteAll(place);
            runs++;
        }
        System.out.println("outbox, failing syncs of the system: " + runs + " runs, " + told);
    }

    @Test
    void killedAtRandomMoments() throws Exception {
        Random random = new Random(11);
        Map<String, Integer> told = new TreeMap<>();
        Path place = Files.createDirectory(folder.resolve("random"));
        int mails = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(List.of(), place.toString(), "forever", "k" + kill);
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(500_000)));
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            mails += OutboxLife.noted(place, "queued").size();
            check(place, told, "kill " + kill + ": ");
            deleteAll(place);
            Files.createDirectory(place);
        }
        System.out.println("outbox, killed at random: " + KILLS + " kills, " + mails + " mails, " + told);
    }

    @Test
    void aFullDiskRefusesMailAndLosesNone() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        List<String> mounted = List.of("unshare", "-rm", "sh", "-c",
                "mount -t tmpfs -o size=256k none \"$0\" && exec \"$@\"", small.toString());
        List<String> trial = new ArrayList<>(mounted);
        trial.add("true");
        assumeTrue(works(trial.toArray(String[]::new)), "no small disk can be mounted here");
        Process process = start(mounted, small.toString(), "fill");
        List<String> said;
        try (var lines = process.inputReader()) {
            said = lines.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(said.get(0)).isEqualTo("FULL: The mail was not queued, because the disk of the outbox is full; make"
                + " some room and try again.");
        String[] counts = said.get(1).split(" ");
        assertThat(Integer.parseInt(counts[0])).isGreaterThan(3);
        assertThat(counts[1]).isEqualTo(counts[0]);
        assertThat(counts[2]).isEqualTo(counts[0]);
        assertThat(counts[3]).isEqualTo("0");
    }
}
