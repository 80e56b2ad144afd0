// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;

/**
 * Several threads and several processes at one outbox; in a sweep eight processes with 500 mails each. How many can be
 * said by the system properties {@code wirepost.outbox.processes} and {@code wirepost.outbox.mails}.
 */
@Timeout(600)
class SharedOutboxTest {

    private static final int PROCESSES = Extent.of("wirepost.outbox.processes", 3, 8);
    private static final int MAILS = Extent.of("wirepost.outbox.mails", 12, 500);

    @TempDir
    Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void clearUp() {
        processes.forEach(Process::destroyForcibly);
        threads.shutdownNow();
    }

    /** What another process does: adds mails, or takes the outbox and holds on to it. */
    static final class Other {

        private Other() {
        }

        public static void main(String[] args) throws Exception {
            Outbox outbox = Outbox.open(Path.of(args[1]), Clock.systemUTC());
            Path scratch = Files.createTempDirectory("wirepost-other");
            try (Post post = new Post(scratch)) {
                switch (args[0]) {
                    case "add" -> add(outbox, post, args[2], Integer.parseInt(args[3]));
                    case "send" -> holdOn(outbox, args[2]);
                    default -> throw new IllegalArgumentException(args[0]);
                }
            }
        }

        private static void holdOn(Outbox outbox, String untilDot) throws IOException {
            Sender sender = outbox.acquire().orElseThrow();
            Attempt attempt = sender.begin(outbox.list().get(0).id());
            Post.Server server = new Post.Server();
            Runnable ready = () -> {
                System.out.println("ready");
                try {
                    System.in.read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            };
            if (untilDot.equals("before")) {
                server.beforeEnd = ready;
            } else {
                server.afterEnd = ready;
            }
            server.deliver(attempt.order());
        }
    }

    private static void add(Outbox outbox, Post post, String name, int count) throws OrderException, OutboxException {
        for (int i = 0; i < count; i++) {
            try (PreparedOrder letter = post.letter(name + "-" + i + "@example.org")) {
                outbox.queue(letter, name, QueueOptions.DEFAULT);
            }
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Other.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        processes.add(process);
        return process;
    }

    /** Sends all there is, and counts whom it was sent to, until nothing more comes. */
    private static List<String> drain(Outbox outbox, AtomicInteger adding) throws OutboxException {
        Post.Server server = new Post.Server();
        try (Sender sender = outbox.acquire().orElseThrow()) {
            boolean last = false;
            while (true) {
                List<QueuedMail> due = sender.due();
                for (QueuedMail mail : due) {
                    Attempt attempt = sender.begin(mail.id());
                    attempt.record(server.deliver(attempt.order()), Post.IN_AN_HOUR);
                    outbox.drop(mail.id());
                }
                if (due.isEmpty()) {
                    if (last) {
                        return server.got;
                    }
                    last = adding.get() == 0;
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void eightThreadsAddWhileOneSendsAndOneLooks() throws Exception {
        Outbox outbox = Outbox.open(folder.resolve("outbox"), Clock.systemUTC());
        AtomicInteger adding = new AtomicInteger(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "t" + i;
            all.add(threads.submit(() -> {
                try (Post post = new Post(folder.resolve(name))) {
                    add(outbox, post, name, MAILS);
                } finally {
                    adding.decrementAndGet();
                }
                return null;
            }));
        }
        all.add(threads.submit(() -> look(adding)));
        List<String> got = drain(outbox, adding);
        for (Future<?> each : all) {
            each.get();
        }
        assertThat(got).hasSize(8 * MAILS).doesNotHaveDuplicates();
        assertThat(outbox.list()).isEmpty();
        assertThat(outbox.setAside()).isEmpty();
    }

    /** Every mail that is seen is whole and in a state that makes sense. */
    private Void look(AtomicInteger adding) throws OutboxException {
        Outbox outbox = Outbox.open(folder.resolve("outbox"), Clock.systemUTC());
        while (adding.get() > 0) {
            for (QueuedMail mail : outbox.list()) {
                assertThat(mail.recipients()).hasSize(1);
                assertThat(mail.account()).startsWith("t");
                assertThat(mail.state()).isIn(MailState.QUEUED, MailState.SENDING, MailState.SENT);
            }
            assertThat(outbox.setAside()).isEmpty();
        }
        return null;
    }

    @Test
    void severalProcessesAddAndNothingIsLost() throws Exception {
        Outbox outbox = Outbox.open(folder.resolve("outbox"), Clock.systemUTC());
        AtomicInteger adding = new AtomicInteger(PROCESSES);
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Process process = start("add", folder.resolve("outbox").toString(), "p" + i, String.valueOf(MAILS));
            Callable<Integer> end = () -> {
                try {
                    return process.waitFor();
                } finally {
                    adding.decrementAndGet();
                }
            };
            ends.add(threads.submit(end));
        }
        List<String> got = drain(outbox, adding);
        for (Future<Integer> end : ends) {
            assertThat(end.get()).isZero();
        }
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < PROCESSES; i++) {
            for (int mail = 0; mail < MAILS; mail++) {
                wanted.add("p" + i + "-" + mail + "@example.org");
            }
        }
        assertThat(got).doesNotHaveDuplicates();
        assertThat(new HashSet<>(got)).isEqualTo(wanted);
    }

    @Test
    void aKilledProcessLeavesItsLockAndOnlyTheDoubtThatThereIs() throws Exception {
        for (String when : List.of("before", "after")) {
            Path place = folder.resolve(when);
            Outbox outbox = Outbox.open(place, Clock.systemUTC());
            try (Post post = new Post(folder.resolve("scratch"))) {
                add(outbox, post, "x", 1);
            }
            Process process = start("send", place.toString(), when);
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            assertThat(outbox.acquire()).isEmpty();
            assertThat(outbox.isSending()).isTrue();
            assertThat(outbox.list().get(0).state()).isEqualTo(MailState.SENDING);

            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(outbox.list().get(0).state()).isEqualTo(when.equals("before") ? MailState.QUEUED
                    : MailState.UNKNOWN);
            try (Sender sender = outbox.acquire().orElseThrow()) {
                assertThat(sender.due()).hasSize(when.equals("before") ? 1 : 0);
            }
        }
    }
}
