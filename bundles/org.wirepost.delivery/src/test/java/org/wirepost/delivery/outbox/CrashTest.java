// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.outbox.FaultyDisk.Fault;
import org.wirepost.delivery.outbox.FaultyDisk.Killed;
import org.wirepost.delivery.outbox.FaultyDisk.Machine;
import org.wirepost.delivery.outbox.Post.Verdict;
import org.wirepost.mime.Limits;

/**
 * Stops or fails at every single step that a whole life of mails takes on the disk, and looks at what the next process
 * finds: nothing lost, nothing sent twice, nothing claimed that is not true.
 */
@Timeout(120)
class CrashTest {

    /** How often the power fails at each step, each time losing something else. */
    private static final int ROUNDS = Extent.of("wirepost.outbox.power", 3, 25);
    private static final String[] TO = {"a@example.org", "b@example.org", "c@example.org", "d@example.org"};

    @TempDir
    Path folder;
    private final Post.SetClock clock = new Post.SetClock();
    private Post post;
    private PreparedOrder letter;
    private String text;

    @BeforeEach
    void prepare() throws OrderException, IOException {
        post = new Post(folder.resolve("scratch"));
        letter = post.letterWith("x".repeat(70) + "\n.\n", TO);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        letter.plan(Limits.SEVEN_BIT.withUtf8()).writeTo(octets);
        text = octets.toString(StandardCharsets.UTF_8);
    }

    @AfterEach
    void clearUp() {
        letter.close();
        post.close();
    }

    /** One run: a life until the fault, and what the next process makes of it. */
    private final class Run {

        private final Machine machine = new Machine();
        private final Post.Server server = new Post.Server();
        private final Path place;
        private final FaultyDisk disk;
        private final Map<String, Integer> toldAs = new TreeMap<>();
        private boolean queued;
        private boolean refusedToQueue;
        private boolean begun;
        private boolean recordFailed;
        private boolean dropped;
        private boolean announced;

        Run(Fault fault, int at) {
            place = folder.resolve(fault + "-" + at);
            disk = new FaultyDisk(machine, "one", fault, at);
            server.beforeEnd = () -> announced = true;
            server.verdicts = recipient -> switch (recipient) {
                case "b@example.org" -> Verdict.DEFER;
                case "c@example.org" -> Verdict.REFUSE;
                default -> Verdict.TAKE;
            };
        }

        private Outbox outbox(FaultyDisk of) throws OutboxException {
            return Outbox.open(place, clock, of, System::nanoTime);
        }

        /** Queue, send to some, try in vain, send to the rest, drop. */
        void live() {
            try {
                Outbox outbox = outbox(disk);
                QueuedMail mail = queue(outbox);
                Sender sender = outbox.acquire().orElseThrow();
                attempt(sender, mail.id());
                attempt(sender, mail.id());
                attempt(sender, mail.id());
                attempt(sender, mail.id());
                server.verdicts = recipient -> Verdict.TAKE;
                attempt(sender, mail.id());
                sender.close();
                outbox.drop(mail.id());
                dropped = true;
            } catch (Killed e) {
                // That is what was to happen.
            } catch (OutboxException e) {
                assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception");
            }
        }

        private QueuedMail queue(Outbox outbox) throws OutboxException {
            try {
                QueuedMail mail = outbox.queue(letter, "home", QueueOptions.DEFAULT);
                queued = true;
                return mail;
            } catch (OutboxException e) {
                refusedToQueue = true;
                throw e;
            } catch (OrderException e) {
                throw new AssertionError(e);
            }
        }

        private void attempt(Sender sender, String id) throws OutboxException {
            Attempt attempt = sender.begin(id);
            begun = true;
            var report = server.deliver(attempt.order());
            try {
                attempt.record(report, Post.IN_AN_HOUR);
            } catch (OutboxException e) {
                recordFailed = true;
                throw e;
            }
            begun = false;
        }

        /** A new process after the fault, when nothing fails any more. */
        void recover(String what) throws OutboxException, IOException {
            machine.endAll();
            Outbox outbox = outbox(new FaultyDisk(machine, "two", Fault.NONE, 0));
            List<QueuedMail> mails = outbox.list();
            assertThat(outbox.setAside()).as(what).isEmpty();
            if (queued && !dropped && !isDropping()) {
                assertThat(mails).as(what).hasSize(1);
            } else {
                assertThat(mails).as(what).hasSizeLessThan(2);
            }
            if (refusedToQueue) {
                assertThat(mails).as(what).isEmpty();
                assertThat(everything()).as(what).noneMatch(path -> path.endsWith("message.eml"));
            }
            if (dropped) {
                assertThat(mails).as(what).isEmpty();
            }
            for (QueuedMail mail : mails) {
                checkTruth(mail, what);
            }
            sendTheRest(outbox, what);
        }

        /** The fault struck in the very act of dropping a mail that was sent to everybody. */
        private boolean isDropping() {
            return Collections.frequency(server.got, "b@example.org") == 1 && !begun && !dropped;
        }

        private void checkTruth(QueuedMail mail, String what) throws IOException {
            assertThat(Files.readString(mail.content())).as(what).isEqualTo(text);
            assertThat(mail.recipients()).as(what).extracting(RecipientStatus::address).containsExactly(TO);
            for (RecipientStatus recipient : mail.recipients()) {
                int count = Collections.frequency(server.got, recipient.address());
                switch (recipient.state()) {
                    case SENT -> assertThat(count).as(what + recipient).isEqualTo(1);
                    case QUEUED, DEFERRED, REFUSED -> assertThat(count).as(what + recipient).isZero();
                    case UNKNOWN -> assertThat(announced && !recipient.address().startsWith("c")).as(what + recipient)
                            .isTrue();
                }
                toldAs.merge(recipient.state().word(), 1, Integer::sum);
            }
        }

        private void sendTheRest(Outbox outbox, String what) throws OutboxException, IOException {
            clock.pass(Duration.ofHours(2));
            server.verdicts = recipient -> Verdict.TAKE;
            try (Sender sender = outbox.acquire().orElseThrow()) {
                for (QueuedMail mail : sender.due()) {
                    Attempt attempt = sender.begin(mail.id());
                    attempt.record(server.deliver(attempt.order()), Post.IN_AN_HOUR);
                }
            }
            for (String recipient : TO) {
                assertThat(Collections.frequency(server.got, recipient)).as(what + " " + recipient)
                        .isLessThanOrEqualTo(1);
            }
            assertThat(server.texts).as(what).allMatch(text::equals);
            for (QueuedMail mail : outbox.list()) {
                for (RecipientStatus recipient : mail.recipients()) {
                    assertThat(recipient.state()).as(what + recipient).isNotIn(RecipientState.QUEUED,
                            RecipientState.DEFERRED);
                }
            }
            assertThat(everything()).as(what).noneMatch(path -> path.startsWith(place.resolve("new"))
                    && !path.equals(place.resolve("new")) || path.startsWith(place.resolve("gone"))
                    && !path.equals(place.resolve("gone")));
        }

        private List<Path> everything() throws IOException {
            try (var files = Files.walk(place)) {
                return files.toList();
            }
        }
    }

    @Test
    void aWholeLifeWithoutFaults() throws OutboxException, IOException {
        Run run = new Run(Fault.NONE, 0);
        run.live();

        assertThat(run.dropped).isTrue();
        assertThat(run.server.got).containsExactly("a@example.org", "d@example.org", "b@example.org");
        assertThat(run.disk.steps()).isGreaterThan(30);
        run.recover("");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void atEveryStep(Fault fault) throws OutboxException, IOException {
        int rounds = fault == Fault.POWER ? ROUNDS : 1;
        int runs = 0;
        Map<String, Integer> told = new TreeMap<>();
        for (int at = 1; ; at++) {
            Run run = null;
            for (int round = 0; round < rounds; round++) {
                clock.now = Post.START;
                run = new Run(fault, at);
                run.disk.reseed(at * 1000 + round);
                run.live();
                run.recover(fault + " at step " + at + ", round " + round + ": ");
                if (fault == Fault.FULL && run.queued) {
                    assertThat(run.recordFailed).as("full at " + at).isFalse();
                }
                run.toldAs.forEach((state, count) -> told.merge(state, count, Integer::sum));
                deleteAll(run.place);
                runs++;
            }
            if (!run.disk.hasStruck()) {
                break;
            }
        }
        System.out.println("outbox, " + fault + " at every step: " + runs + " runs, " + told);
        assertThat(runs).isGreaterThan(fault == Fault.SYNC ? 10 : 30);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
