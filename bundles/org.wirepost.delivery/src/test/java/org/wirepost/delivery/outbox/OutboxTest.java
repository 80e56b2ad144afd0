// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Timings;
import org.wirepost.delivery.internal.outbox.LocalDisk;
import org.wirepost.delivery.outbox.OutboxException.Kind;
import org.wirepost.delivery.outbox.Post.Verdict;
import org.wirepost.mime.Source;
import org.wirepost.smtp.Dsn;

/** What the outbox does with mails on a disk that works. */
@Timeout(60)
class OutboxTest {

    @TempDir
    Path folder;
    private final Post.SetClock clock = new Post.SetClock();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Post.Server server = new Post.Server();
    private Post post;
    private Outbox outbox;

    @BeforeEach
    void open() throws OutboxException {
        post = new Post(folder.resolve("scratch"));
        outbox = reopen();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private Outbox reopen() throws OutboxException {
        return Outbox.open(folder.resolve("data/outbox"), clock, new LocalDisk(), nanos::get);
    }

    private QueuedMail queue(String... to) throws OutboxException, OrderException {
        return queue(QueueOptions.DEFAULT, to);
    }

    private QueuedMail queue(QueueOptions options, String... to) throws OutboxException, OrderException {
        try (PreparedOrder letter = post.letter(to)) {
            return outbox.queue(letter, "home", options);
        }
    }

    private QueuedMail send(Sender sender, String id) throws OutboxException {
        Attempt attempt = sender.begin(id);
        return attempt.record(server.deliver(attempt.order()), Post.IN_AN_HOUR);
    }

    private QueuedMail send(String id) throws OutboxException {
        try (Sender sender = outbox.acquire().orElseThrow()) {
            return send(sender, id);
        }
    }

    private QueuedMail found(String id) throws OutboxException {
        return outbox.find(id).orElseThrow();
    }

    private static List<RecipientState> states(QueuedMail mail) {
        return mail.recipients().stream().map(RecipientStatus::state).toList();
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(OutboxException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception");
        });
    }

    @Test
    void whatIsQueuedIsThereForEverybody() throws Exception {
        EnvelopeOptions envelope = new EnvelopeOptions(Optional.of("<>"), List.of("a@example.org", "b@example.org"),
                Set.of(Dsn.Notify.FAILURE, Dsn.Notify.DELAY), Optional.of(Dsn.Return.HDRS), Optional.of("id=7"), true);
        Draft draft = Draft.builder().from(Post.mailbox("anna@example.org")).to(List.of(Post.mailbox("x@example.org")))
                .subject("Gr\u00fc\u00dfe").text("\u00e4\u00f6\u00fc\n").build();
        QueuedMail mail;
        try (PreparedOrder order = post.order(draft, envelope)) {
            mail = outbox.queue(order, "home", new QueueOptions(Optional.of(Post.START.plusSeconds(10)),
                    Optional.of(Post.START.plusSeconds(99)), "line 7"));
            assertThat(mail.envelope()).isEqualTo(order.envelope());
        }
        assertThat(reopen().list()).containsExactly(mail);
        assertThat(mail.id()).matches("[a-z2-9]{12}");
        assertThat(mail.subject()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(mail.label()).isEqualTo("line 7");
        assertThat(mail.account()).isEqualTo("home");
        assertThat(mail.allOrNone()).isTrue();
        assertThat(mail.created()).isEqualTo(Post.START);
        assertThat(mail.nextTry()).contains(Post.START.plusSeconds(10));
        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
        assertThat(states(mail)).containsExactly(RecipientState.QUEUED, RecipientState.QUEUED);
        String text = Files.readString(mail.content(), StandardCharsets.US_ASCII);
        assertThat(text).contains("Message-ID: <" + mail.messageId().orElseThrow() + ">\r\n").doesNotContain("\ufffd");
        assertThat(mail.size()).isEqualTo(text.length());
    }

    @Test
    void nobodyElseMayRead() throws Exception {
        QueuedMail mail = queue("a@example.org");
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.toList()) {
                String wanted = Files.isDirectory(file) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString())
                        .isEqualTo(wanted);
            }
        }
        assertThat(mail.content()).exists();
        Path open = Files.createDirectory(folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Outbox.open(open, clock);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open))).isEqualTo("rwx------");
    }

    @Test
    void anIdIsNeverAPath() throws Exception {
        QueuedMail mail = queue("a@example.org");
        Files.createDirectory(folder.resolve("data/outbox/other"));
        for (String id : List.of("../other", "", ".", "..", "../mail/" + mail.id(), mail.id() + "/")) {
            refused(Kind.GONE, () -> outbox.drop(id));
            refused(Kind.GONE, () -> outbox.hold(id, "x"));
            refused(Kind.GONE, () -> send(id));
            assertThat(outbox.find(id)).isEmpty();
        }
        assertThat(outbox.list()).containsExactly(mail);
        assertThat(folder.resolve("data/outbox/other")).exists();
    }

    @Test
    void findsByTheBeginningOfAnId() throws Exception {
        QueuedMail mail = queue("a@example.org");
        assertThat(outbox.find(mail.id())).contains(mail);
        assertThat(outbox.find(mail.id().substring(0, 6))).contains(mail);
        assertThat(outbox.find("nosuchmail")).isEmpty();
        assertThat(outbox.find("")).isEmpty();
        for (int i = 0; i < 40; i++) {
            queue("a@example.org");
        }
        List<String> ids = outbox.list().stream().map(QueuedMail::id).toList();
        String shared = ids.stream().map(id -> id.substring(0, 1)).filter(first -> ids.stream()
                .filter(id -> id.startsWith(first)).count() > 1).findFirst().orElseThrow();
        refused(Kind.AMBIGUOUS, () -> outbox.find(shared));
    }

    @Test
    void anAddressThatNeedsUtf8IsKept() throws Exception {
        QueuedMail mail = queue("j\u00fcrgen@example.org");
        assertThat(Files.readString(mail.content())).contains("j\u00fcrgen@example.org");
        assertThat(found(mail.id())).isEqualTo(mail);
        send(mail.id());
        assertThat(server.got).containsExactly("j\u00fcrgen@example.org");
    }

    @Test
    void aMessageFileGoesOutAsItIs() throws Exception {
        String eml = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?q?=C3=BC?=\r\nBcc: c@example.org\r\n"
                + "\r\nhi\r\n";
        try (PreparedOrder order = post.order(Draft.ofEml(Source.of("x.eml", eml.getBytes(StandardCharsets.UTF_8))),
                EnvelopeOptions.DEFAULT)) {
            QueuedMail mail = outbox.queue(order, "home", QueueOptions.DEFAULT);
            assertThat(mail.subject()).isEqualTo("\u00fc");
            assertThat(mail.messageId()).isEmpty();
            assertThat(mail.recipients()).extracting(RecipientStatus::address).containsExactly("b@example.org",
                    "c@example.org");
            assertThat(Files.readString(mail.content())).doesNotContain("c@example.org");
            send(mail.id());
            assertThat(server.texts).containsExactly(Files.readString(mail.content()));
        }
    }

    @Test
    void aMailThatCannotBeMadeLeavesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "content");
        try (PreparedOrder order = post.order(Draft.builder().from(Post.mailbox("a@example.org"))
                .to(List.of(Post.mailbox("b@example.org"))).attach(DraftAttachment.of(file)).build(),
                        EnvelopeOptions.DEFAULT)) {
            Files.delete(file);
            assertThatExceptionOfType(OrderException.class).isThrownBy(() ->
                    outbox.queue(order, "home", QueueOptions.DEFAULT));
        }
        assertThat(outbox.list()).isEmpty();
        try (var left = Files.list(folder.resolve("data/outbox/new"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void eachRecipientHasAStateOfItsOwn() throws Exception {
        QueuedMail mail = queue("take@example.org", "refuse@example.org", "defer@example.org", "lose@example.org");
        server.verdicts = recipient -> switch (recipient.substring(0, 4)) {
            case "take" -> Verdict.TAKE;
            case "refu" -> Verdict.REFUSE;
            case "defe" -> Verdict.DEFER;
            default -> Verdict.LOSE_REPLY;
        };
        QueuedMail sent = send(mail.id());
        assertThat(sent).isEqualTo(found(mail.id()));
        assertThat(states(sent)).containsExactly(RecipientState.SENT, RecipientState.REFUSED, RecipientState.DEFERRED,
                RecipientState.UNKNOWN);
        assertThat(sent.state()).isEqualTo(MailState.UNKNOWN);
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.recipients().get(1).reply()).contains("550 5.1.1 who?");
        assertThat(sent.recipients().get(2).nextTry()).contains(Post.START.plusSeconds(3600));
        assertThat(sent.nextTry()).contains(Post.START.plusSeconds(3600));
        assertThat(outbox.history(mail.id())).extracting(Note::kind).containsExactly(Note.Kind.QUEUED,
                Note.Kind.ATTEMPT, Note.Kind.DOT, Note.Kind.DOT, Note.Kind.SENT, Note.Kind.REFUSED, Note.Kind.DEFERRED,
                Note.Kind.UNKNOWN);
    }

    @Test
    void whoHasGotItNeverGetsItAgain() throws Exception {
        QueuedMail mail = queue("a@example.org", "b@example.org", "c@example.org");
        server.verdicts = recipient -> recipient.startsWith("b") ? Verdict.DEFER : Verdict.TAKE;
        send(mail.id());
        server.verdicts = recipient -> Verdict.TAKE;
        QueuedMail sent = send(mail.id());
        assertThat(server.got).containsExactly("a@example.org", "c@example.org", "b@example.org");
        assertThat(sent.state()).isEqualTo(MailState.SENT);
        refused(Kind.STATE, () -> send(mail.id()));
        refused(Kind.STATE, () -> outbox.resend(mail.id()));
    }

    @Test
    void anUnknownOneWaitsForAPerson() throws Exception {
        QueuedMail mail = queue("a@example.org");
        server.verdicts = recipient -> Verdict.LOSE_REPLY;
        send(mail.id());
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            assertThat(sender.untilDue()).isEmpty();
            refused(Kind.STATE, () -> sender.begin(mail.id()));
        }
        assertThat(states(outbox.release(mail.id()))).containsExactly(RecipientState.UNKNOWN);
        assertThat(states(outbox.resend(mail.id()))).containsExactly(RecipientState.QUEUED);
        send(mail.id());
        assertThat(server.texts).hasSize(2);
        assertThat(server.texts.get(0)).isEqualTo(server.texts.get(1));
        QueuedMail noted = outbox.markSent(mail.id());
        assertThat(noted.state()).isEqualTo(MailState.SENT);
        refused(Kind.STATE, () -> outbox.markSent(mail.id()));
    }

    @Test
    void aSenderThatIsGoneLeavesDoubtOnlyAboutWhatMayHaveLeft() throws Exception {
        QueuedMail before = queue("a@example.org");
        QueuedMail after = queue("a@example.org", "b@example.org");
        Sender sender = outbox.acquire().orElseThrow();
        sender.begin(before.id());
        server.verdicts = recipient -> recipient.startsWith("b") ? Verdict.DEFER : Verdict.TAKE;
        Attempt attempt = sender.begin(after.id());
        DeliveryReport report = server.deliver(attempt.order());
        assertThat(found(after.id()).state()).isEqualTo(MailState.SENDING);
        sender.close();

        assertThat(states(found(before.id()))).containsExactly(RecipientState.QUEUED);
        assertThat(states(found(after.id()))).containsExactly(RecipientState.UNKNOWN, RecipientState.QUEUED);
        assertThat(found(after.id()).recipients().get(0).reason()).contains("nobody can tell");
        refused(Kind.DISK, () -> attempt.record(report, Post.IN_AN_HOUR));
        try (Sender next = outbox.acquire().orElseThrow()) {
            assertThat(next.due()).extracting(QueuedMail::id).containsExactlyInAnyOrder(before.id(), after.id());
            assertThat(states(found(after.id()))).containsExactly(RecipientState.UNKNOWN, RecipientState.QUEUED);
            assertThat(outbox.history(after.id())).extracting(Note::kind).endsWith(Note.Kind.DOT, Note.Kind.UNKNOWN);
        }
    }

    @Test
    void aDecisionAboutAnInterruptedMailCounts() throws Exception {
        QueuedMail mail = queue("a@example.org");
        Sender sender = outbox.acquire().orElseThrow();
        server.deliver(sender.begin(mail.id()).order());
        refused(Kind.SENDING, () -> outbox.markSent(mail.id()));
        refused(Kind.SENDING, () -> outbox.drop(mail.id()));
        sender.close();
        assertThat(outbox.markSent(mail.id()).state()).isEqualTo(MailState.SENT);
        assertThat(found(mail.id()).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void oneSendsAtATime() throws Exception {
        QueuedMail mail = queue("a@example.org");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(reopen().acquire()).isEmpty();
            assertThat(outbox.isSending()).isTrue();
            Attempt attempt = sender.begin(mail.id());
            refused(Kind.SENDING, () -> sender.begin(mail.id()));
            refused(Kind.SENDING, () -> outbox.hold(mail.id(), "no"));
            assertThat(queue("b@example.org").state()).isEqualTo(MailState.QUEUED);
            attempt.record(server.deliver(attempt.order()), Post.IN_AN_HOUR);
            refused(Kind.DISK, () -> attempt.record(server.deliver(attempt.order()), Post.IN_AN_HOUR));
        }
        assertThat(outbox.isSending()).isFalse();
        assertThat(server.got).containsExactly("a@example.org");
    }

    @Test
    void whatIsHeldStays() throws Exception {
        QueuedMail mail = queue("a@example.org");
        QueuedMail held = outbox.hold(mail.id(), "not yet");
        assertThat(held.state()).isEqualTo(MailState.HELD);
        assertThat(held.held()).contains("not yet");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            refused(Kind.STATE, () -> sender.begin(mail.id()));
            outbox.release(mail.id());
            assertThat(sender.due()).hasSize(1);
        }
    }

    @Test
    void anAccountIsHeldAsAWhole() throws Exception {
        QueuedMail mail = queue("a@example.org");
        outbox.holdAccount("home", "The password was refused.\nReally.");
        assertThat(found(mail.id()).held()).contains("The password was refused. Really.");
        assertThat(queue("b@example.org").state()).isEqualTo(MailState.HELD);
        assertThat(reopen().heldAccounts()).containsOnlyKeys("home");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            refused(Kind.STATE, () -> sender.begin(mail.id()));
            outbox.release(mail.id());
            assertThat(sender.due()).isEmpty();
            outbox.releaseAccount("home");
            outbox.releaseAccount("home");
            assertThat(sender.due()).hasSize(2);
        }
    }

    @Test
    void theRetryDecides() throws Exception {
        QueuedMail mail = queue("a@example.org", "b@example.org", "c@example.org");
        server.verdicts = recipient -> Verdict.DEFER;
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(mail.id());
            QueuedMail tried = attempt.record(server.deliver(attempt.order()), (queued, outcome, failure) -> {
                assertThat(queued.attempts()).isEqualTo(1);
                return switch (outcome.recipient().charAt(0)) {
                    case 'a' -> new Retry.Next.At(Post.START.plusSeconds(60));
                    case 'b' -> new Retry.Next.Held("look at it");
                    default -> new Retry.Next.GivenUp("too old");
                };
            });
            assertThat(states(tried)).containsExactly(RecipientState.DEFERRED, RecipientState.DEFERRED,
                    RecipientState.REFUSED);
            assertThat(tried.held()).contains("look at it");
            assertThat(tried.recipients().get(2).reason()).isEqualTo("too old");
            assertThat(found(mail.id())).isEqualTo(tried);
            assertThat(states(outbox.release(mail.id()))).containsExactly(RecipientState.DEFERRED,
                    RecipientState.DEFERRED, RecipientState.REFUSED);
            assertThat(sender.due()).hasSize(1);
        }
    }

    @Test
    void anInterruptionDoesNotKeepAResultFromBeingWrittenDown() throws Exception {
        QueuedMail mail = queue("a@example.org");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(mail.id());
            PreparedOrder order = attempt.order();
            server.beforeEnd = () -> Thread.currentThread().interrupt();
            DeliveryReport report = server.deliver(order);
            assertThat(attempt.record(report, Post.IN_AN_HOUR).state()).isEqualTo(MailState.SENT);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(found(mail.id()).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aDryRunIsNoAttempt() throws Exception {
        QueuedMail mail = queue("a@example.org");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(mail.id());
            DeliveryReport report = new DeliveryReport(mail.id(), Optional.empty(), 0, List.of(), Optional.empty(),
                    DryRun.RCPT, List.of(), List.of(), Optional.empty(), Timings.NONE);
            assertThatIllegalArgumentException().isThrownBy(() -> attempt.record(report, Post.IN_AN_HOUR));
        }
    }

    @Test
    void aReportWithoutOutcomesSaysWhatTheDotSays() throws Exception {
        for (boolean dotted : new boolean[] {false, true}) {
            QueuedMail mail = queue("a@example.org");
            try (Sender sender = outbox.acquire().orElseThrow()) {
                Attempt attempt = sender.begin(mail.id());
                if (dotted) {
                    server.deliver(attempt.order());
                }
                QueuedMail tried = attempt.record(new DeliveryReport(mail.id(), Optional.empty(), 0, List.of(),
                        Optional.empty(), DryRun.NONE, List.of(), List.of(), Optional.empty(), Timings.NONE),
                        Post.IN_AN_HOUR);
                assertThat(states(tried)).containsExactly(dotted ? RecipientState.UNKNOWN : RecipientState.DEFERRED);
            }
        }
    }

    @Test
    void aMailWaitsForItsTimeAndCanBeUndoneUntilThen() throws Exception {
        QueuedMail mail = queue(QueueOptions.DEFAULT.withNotBefore(Post.START.plusSeconds(10)), "a@example.org");
        QueuedMail other = queue(QueueOptions.DEFAULT.withNotBefore(Post.START.plusSeconds(20)), "b@example.org");
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            assertThat(sender.untilDue()).contains(Duration.ofSeconds(10));
            refused(Kind.STATE, () -> sender.begin(mail.id()));
            outbox.drop(mail.id());
            refused(Kind.GONE, () -> sender.begin(mail.id()));
            refused(Kind.GONE, () -> outbox.drop(mail.id()));
            clock.pass(Duration.ofSeconds(20));
            assertThat(sender.due()).extracting(QueuedMail::id).containsExactly(other.id());
            outbox.schedule(other.id(), Optional.of(Post.START.plusSeconds(50)));
            assertThat(sender.due()).isEmpty();
            outbox.schedule(other.id(), Optional.empty());
            assertThat(sender.due()).hasSize(1);
        }
        try (var files = Files.list(folder.resolve("data/outbox/mail"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void undoingAndBeginningExcludeEachOther() throws Exception {
        try (Sender sender = outbox.acquire().orElseThrow()) {
            for (int round = 0; round < 50; round++) {
                QueuedMail mail = queue("a@example.org");
                AtomicInteger won = new AtomicInteger();
                CountDownLatch go = new CountDownLatch(1);
                Thread undo = new Thread(() -> {
                    try {
                        go.await();
                        outbox.drop(mail.id());
                        won.addAndGet(1);
                    } catch (OutboxException | InterruptedException e) {
                        assertThat(e).isInstanceOfSatisfying(OutboxException.class,
                                busy -> assertThat(busy.kind()).isEqualTo(Kind.SENDING));
                    }
                });
                undo.start();
                go.countDown();
                try {
                    sender.begin(mail.id());
                    won.addAndGet(2);
                } catch (OutboxException e) {
                    assertThat(e.kind()).isEqualTo(Kind.GONE);
                }
                undo.join();
                assertThat(won.get()).isBetween(1, 2);
            }
        }
    }

    @Test
    void aClockThatJumpsMakesNobodyWaitLonger() throws Exception {
        QueuedMail mail = queue("a@example.org");
        server.verdicts = recipient -> Verdict.DEFER;
        send(mail.id());
        clock.pass(Duration.ofDays(-3));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            assertThat(sender.untilDue()).contains(Duration.ofHours(1));
            nanos.addAndGet(Duration.ofMinutes(59).toNanos());
            assertThat(sender.untilDue()).contains(Duration.ofMinutes(1));
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(sender.due()).hasSize(1);
        }
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
            clock.pass(Duration.ofDays(6));
            assertThat(sender.due()).hasSize(1);
        }
    }

    @Test
    void contentThatHasChangedIsNotSent() throws Exception {
        QueuedMail shorter = queue("a@example.org");
        Files.writeString(shorter.content(), "x");
        refused(Kind.DAMAGED, () -> send(shorter.id()));
        QueuedMail other = queue("b@example.org");
        byte[] octets = Files.readAllBytes(other.content());
        octets[octets.length - 5] ^= 1;
        Files.write(other.content(), octets);
        QueuedMail tried = send(other.id());
        assertThat(server.got).isEmpty();
        assertThat(states(tried)).containsExactly(RecipientState.DEFERRED);
        assertThat(tried.held().orElseThrow()).contains("damaged");
        assertThat(tried.state()).isEqualTo(MailState.HELD);
    }

    /** Changes a bit in the first record of a type. */
    private static void damage(Path journal, int type) throws IOException {
        byte[] octets = Files.readAllBytes(journal);
        for (int at = 0; at < octets.length; at += 64) {
            if (octets[at] == (byte) 0xE7 && octets[at + 1] == type) {
                octets[at + 14] ^= 4;
                Files.write(journal, octets);
                return;
            }
        }
        throw new AssertionError("no record of type " + type);
    }

    @Test
    void aDamagedJournalIsNeverSentFromAndCanBeMended() throws Exception {
        QueuedMail mail = queue("a@example.org", "b@example.org");
        server.verdicts = recipient -> recipient.startsWith("b") ? Verdict.DEFER : Verdict.TAKE;
        send(mail.id());
        Path journal = mail.content().resolveSibling("journal");
        damage(journal, 2);

        QueuedMail damaged = found(mail.id());
        assertThat(damaged.state()).isEqualTo(MailState.UNKNOWN);
        assertThat(damaged.recipients()).allSatisfy(recipient -> assertThat(recipient.state())
                .isNotIn(RecipientState.QUEUED, RecipientState.DEFERRED));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.due()).isEmpty();
        }
        outbox.resend(mail.id());
        server.verdicts = recipient -> Verdict.TAKE;
        assertThat(send(mail.id()).state()).isEqualTo(MailState.SENT);
        assertThat(journal.resolveSibling("journal.damaged")).exists();
    }

    @Test
    void aMailWhoseAttemptWasDamagedCanBeDecidedAboutWhileOthersAreSent() throws Exception {
        QueuedMail mail = queue("a@example.org");
        Sender sender = outbox.acquire().orElseThrow();
        server.deliver(sender.begin(mail.id()).order());
        sender.close();
        Path journal = mail.content().resolveSibling("journal");
        damage(journal, 3);
        try (Sender next = outbox.acquire().orElseThrow()) {
            assertThat(next.due()).isEmpty();
            assertThat(found(mail.id()).state()).isEqualTo(MailState.UNKNOWN);
            assertThat(outbox.markSent(mail.id()).state()).isEqualTo(MailState.SENT);
        }
        assertThat(mail.content().resolveSibling("journal.damaged")).exists();
    }

    @Test
    void aMailWithoutARecordIsSetAsideInWords() throws Exception {
        QueuedMail mail = queue("a@example.org");
        QueuedMail gone = queue("b@example.org");
        QueuedMail good = queue("c@example.org");
        Files.write(mail.content().resolveSibling("journal"), new byte[700]);
        Files.delete(gone.content().resolveSibling("journal"));

        assertThat(outbox.list()).containsExactly(good);
        assertThat(outbox.setAside()).extracting(SetAside::folder).containsExactlyInAnyOrder(
                mail.content().getParent(), gone.content().getParent());
        assertThat(outbox.setAside()).extracting(SetAside::reason).allMatch(reason -> reason.endsWith("."));
        refused(Kind.DAMAGED, () -> outbox.find(mail.id()));
        refused(Kind.DAMAGED, () -> send(mail.id()));
        assertThat(send(good.id()).state()).isEqualTo(MailState.SENT);
        outbox.drop(mail.id());
        outbox.drop(gone.id());
        assertThat(outbox.setAside()).isEmpty();
    }

    @Test
    void sentMailsAreClearedAway() throws Exception {
        QueuedMail sent = queue("a@example.org");
        QueuedMail waiting = queue("b@example.org");
        send(sent.id());
        assertThat(outbox.dropSent(Duration.ofHours(1))).isZero();
        clock.pass(Duration.ofHours(2));
        assertThat(outbox.dropSent(Duration.ofHours(1))).isEqualTo(1);
        assertThat(outbox.list()).extracting(QueuedMail::id).containsExactly(waiting.id());
    }

    @Test
    void whatOthersLeftUnfinishedIsClearedAwayOnceItIsOld() throws Exception {
        Path left = folder.resolve("data/outbox/new/abc-999999999-zz");
        Files.createDirectories(left);
        Files.writeString(left.resolve("message.eml"), "half");
        Path dropped = Files.createDirectories(folder.resolve("data/outbox/gone/def"));
        clock.now = Instant.now();
        outbox.acquire().orElseThrow().close();
        assertThat(left).exists();
        assertThat(dropped).doesNotExist();
        clock.pass(Duration.ofHours(2));
        outbox.acquire().orElseThrow().close();
        assertThat(left).doesNotExist();
        assertThat(outbox.list()).isEmpty();
    }

    @Test
    void aFullDiskHoldsAnAttemptBackBeforeItBegins() throws Exception {
        QueuedMail mail = queue("a@example.org");
        server.verdicts = recipient -> Verdict.DEFER;
        FaultyDisk.Machine machine = new FaultyDisk.Machine();
        Outbox full = Outbox.open(folder.resolve("data/outbox"), clock,
                new FaultyDisk(machine, "full", FaultyDisk.Fault.FULL, 1), nanos::get);
        int attempts = 0;
        try (Sender sender = full.acquire().orElseThrow()) {
            for (Optional<Attempt> attempt = begin(sender, mail.id()); attempt.isPresent();
                    attempt = begin(sender, mail.id())) {
                attempt.get().record(server.deliver(attempt.get().order()), Post.IN_AN_HOUR);
                attempts++;
            }
        }
        assertThat(attempts).isBetween(1, 50);
        assertThat(found(mail.id()).attempts()).isEqualTo(attempts);
        assertThat(states(send(mail.id()))).containsExactly(RecipientState.DEFERRED);
    }

    private static Optional<Attempt> begin(Sender sender, String id) {
        try {
            return Optional.of(sender.begin(id));
        } catch (OutboxException e) {
            assertThat(e.kind()).isEqualTo(Kind.FULL);
            return Optional.empty();
        }
    }

    @Test
    void tellsOfChanges() throws Exception {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch told = new CountDownLatch(1);
        String before = outbox.stamp();
        try (AutoCloseable watch = outbox.watch(told::countDown, ticks, Duration.ofMillis(5))) {
            assertThat(watch).isNotNull();
            queue("a@example.org");
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            ticks.shutdownNow();
        }
        String after = outbox.stamp();
        assertThat(after).isNotEqualTo(before);
        outbox.list();
        assertThat(reopen().stamp()).isEqualTo(after);
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        refused(Kind.DISK, () -> Outbox.open(file, clock));
        refused(Kind.DISK, () -> Outbox.open(file.resolve("outbox"), clock));
        assertThatCode(() -> Outbox.open(folder.resolve("deep/er/outbox"), clock)).doesNotThrowAnyException();
    }

    @Test
    void strangersInTheFolderDoNoHarm() throws Exception {
        QueuedMail mail = queue("a@example.org");
        Files.writeString(folder.resolve("data/outbox/mail/.DS_Store"), "x");
        Files.writeString(mail.content().resolveSibling("note.txt"), "x", StandardOpenOption.CREATE);
        assertThat(outbox.list()).containsExactly(mail);
        List<String> names = new ArrayList<>();
        outbox.setAside().forEach(aside -> names.add(aside.folder().getFileName().toString()));
        assertThat(names).isEmpty();
        outbox.drop(mail.id());
        assertThat(outbox.list()).isEmpty();
    }
}
