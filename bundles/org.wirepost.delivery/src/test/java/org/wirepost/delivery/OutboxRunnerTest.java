// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.delivery.outbox.MailState;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.delivery.retry.Rate;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.Verdict;
import org.wirepost.delivery.runner.AccountBook;
import org.wirepost.delivery.runner.NoRouteException;
import org.wirepost.delivery.runner.OutboxRunner;
import org.wirepost.delivery.runner.Routes;
import org.wirepost.delivery.runner.RunnerListener;
import org.wirepost.delivery.runner.RunnerSetup;
import org.wirepost.delivery.runner.SendLimits;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.TlsMode;

/** What is sent from an outbox, and when, against the lab server. */
@Timeout(60)
class OutboxRunnerTest extends LabRoom {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final RetryPolicy EXACT = new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(70),
            Duration.ofMinutes(1), 0, Duration.ofDays(5), 3);

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = NOW;
    private Outbox outbox;
    private AccountBook book;
    private volatile String password = "right";
    private SendLimits limits = SendLimits.DEFAULT;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final RunnerListener listener = new RunnerListener() {
        @Override
        public void attempted(QueuedMail mail, DeliveryReport report) {
            reports.add(report);
        }

        @Override
        public void held(String account, String words) {
            said.add("held " + account);
        }

        @Override
        public void paused(String account, Instant until, String words) {
            said.add("paused " + account + " " + Duration.between(now, until).toMinutes());
        }

        @Override
        public void closed(String account, String words) {
            said.add("closed " + account);
        }

        @Override
        public void reopened(String account) {
            said.add("reopened " + account);
        }

        @Override
        public void noted(String sentence) {
            said.add(sentence);
        }
    };

    @BeforeEach
    void openOutbox() throws IOException {
        outbox = Outbox.open(folder.resolve("outbox"), clock);
        book = AccountBook.at(folder.resolve("accounts"));
    }

    private final class LabRoutes implements Routes {

        @Override
        public ServerLogin login(String account) throws NoRouteException {
            if (account.equals("gone")) {
                throw new NoRouteException("There is no such account.", null);
            }
            return account.equals("anna") ? OutboxRunnerTest.this.login(TlsMode.REQUIRED, password) : anonymous();
        }

        @Override
        public SendLimits limits(String account) {
            return limits;
        }
    }

    private OutboxRunner runner() {
        return new OutboxRunner(new RunnerSetup(outbox, book, new LabRoutes(), this::deliverer, threads, EXACT,
                listener, clock, System::nanoTime));
    }

    private void run() throws IOException {
        try (Sender sender = outbox.acquire().orElseThrow()) {
            runner().sendDue(sender);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void script(Script script) throws IOException {
        lab(settings -> settings.without(LabExtension.values()).script(script));
    }

    private QueuedMail queue(String account, QueueOptions options, String... to) throws IOException {
        try (PreparedOrder order = fixture.preparer().prepare(new Order(Fixture.letter(to).build()))) {
            return outbox.queue(order, account, options);
        } catch (OrderException e) {
            throw new IllegalStateException(e);
        }
    }

    private QueuedMail queue(String... to) throws IOException {
        return queue("plain", QueueOptions.DEFAULT, to);
    }

    private QueuedMail now(QueuedMail mail) throws IOException {
        return outbox.find(mail.id()).orElseThrow();
    }

    private List<MailState> states() throws IOException {
        return outbox.list().stream().map(QueuedMail::state).toList();
    }

    @Test
    void sendsWhatIsDueAndNothingElse() throws IOException {
        script(Script.script());
        queue("a@example.org");
        queue("plain", QueueOptions.DEFAULT.withNotBefore(NOW.plus(Duration.ofDays(2))), "b@example.org");
        run();
        assertThat(states()).containsExactlyInAnyOrder(MailState.SENT, MailState.QUEUED);
        pass(Duration.ofDays(2));
        run();
        assertThat(states()).containsExactly(MailState.SENT, MailState.SENT);
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void triesAgainAfterEverLongerWaitsAndGivesUpWithTheLastWords() throws IOException {
        script(Script.script().on(Stage.RCPT).reply("450 4.2.1 Mailbox busy"));
        QueuedMail mail = queue("a@example.org");
        List<Long> waits = new ArrayList<>();
        int rounds = 0;
        while (now(mail).state() != MailState.REFUSED && rounds++ < 200) {
            run();
            Optional<Instant> next = now(mail).nextTry();
            next.ifPresent(time -> {
                waits.add(Duration.between(now, time).toMinutes());
                now = time;
            });
        }
        assertThat(waits.subList(0, 6)).containsExactly(5L, 10L, 20L, 40L, 70L, 70L);
        RecipientStatus end = now(mail).recipients().get(0);
        assertThat(end.reason()).startsWith("Given up after 5 days and 1").contains("tries; the last words were: 450 "
                + "4.2.1 Mailbox busy");
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofDays(5), Duration.ofDays(5).plusMinutes(71));
        assertThat(server.sessions()).hasSize(waits.size() + 1);
    }

    @Test
    void givesUpAtTheEndThatTheSenderHasSet() throws IOException {
        script(Script.script().on(Stage.RCPT).reply("450 4.2.1 Mailbox busy"));
        QueuedMail mail = queue("plain", QueueOptions.DEFAULT.withExpires(NOW.plusSeconds(600)), "a@example.org");
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.DEFERRED);
        pass(Duration.ofMinutes(11));
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.REFUSED);
    }

    @Test
    void doesNotGiveUpOrStallWhenTheClockIsThreeDaysOff() throws IOException {
        script(Script.script().on(Stage.RCPT).nthOverall(1).reply("450 4.2.1 Busy").on(Stage.RCPT).nthOverall(2)
                .reply("450 4.2.1 Busy"));
        QueuedMail mail = queue("a@example.org");
        run();
        now = NOW.plus(Duration.ofDays(3));
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.DEFERRED);
        now = NOW.minus(Duration.ofDays(3));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            assertThat(sender.untilDue().orElseThrow()).isLessThan(EXACT.bound());
        }
    }

    @Test
    void leavesAServerInPeaceThatSays421AndLosesNothing() throws IOException {
        script(Script.script().on(Stage.GREETING).inSession(1).reply("421 4.3.2 Busy").close()
                .on(Stage.GREETING).inSession(2).reply("421 4.3.2 Busy").close());
        for (int i = 0; i < 5; i++) {
            queue(i + "@example.org");
        }
        run();
        run();
        assertThat(server.sessions()).hasSize(1);
        assertThat(said).containsExactly("paused plain 5");
        queue("new@example.org");
        run();
        assertThat(server.sessions()).hasSize(1);
        pass(Duration.ofMinutes(5));
        run();
        assertThat(said).containsExactly("paused plain 5", "paused plain 10");
        pass(Duration.ofMinutes(10));
        run();
        assertThat(states()).containsOnly(MailState.SENT).hasSize(6);
        assertThat(book.pause("plain")).isEmpty();
    }

    @Test
    void losesAndDoublesNothingWhenConnectionsBreakInTheMiddle() throws IOException {
        for (LabExtension[] without : new LabExtension[][] {{}, LabExtension.values()}) {
            for (Script broken : List.of(
                    Script.script().on(Stage.MAIL).inSession(1).nth(4).reply("421 4.3.2 Enough").close(),
                    Script.script().on(Stage.MAIL).inSession(1).nth(4).close(),
                    Script.script().on(Stage.END_OF_DATA).inSession(1).nth(4).reply("421 4.3.2 Enough").close(),
                    Script.script().on(Stage.END_OF_DATA).inSession(1).nth(4).reply("451 4.3.0 Oops"),
                    Script.script().on(Stage.END_OF_DATA).inSession(1).nth(4).swallow().close())) {
                lab(settings -> settings.without(without).script(broken));
                outbox.dropSent(Duration.ZERO);
                for (QueuedMail left : outbox.list()) {
                    outbox.drop(left.id());
                }
                for (int i = 0; i < 12; i++) {
                    queue(i + "@example.org");
                }
                run();
                pass(Duration.ofMinutes(6));
                run();
                List<String> there = server.messages().stream()
                        .map(message -> message.recipientAddresses().get(0)).toList();
                assertThat(there).doesNotHaveDuplicates();
                for (QueuedMail mail : outbox.list()) {
                    String address = mail.recipients().get(0).address();
                    assertThat(mail.state()).isIn(MailState.SENT, MailState.UNKNOWN);
                    assertThat(there).contains(address);
                }
                assertThat(states().stream().filter(MailState.UNKNOWN::equals).count()).isLessThanOrEqualTo(1);
                server.close();
            }
        }
    }

    @Test
    void triesAtOnceWhenAPersonLiftsThePause() throws IOException {
        script(Script.script().on(Stage.GREETING).inSession(1).reply("421 4.3.2 Busy").close());
        QueuedMail mail = queue("a@example.org");
        run();
        book.lift("plain");
        outbox.release(mail.id());
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void goesSlowerAfterAServerHadTooMuch() throws IOException {
        script(Script.script().on(Stage.MAIL).nthOverall(9).reply("450 4.7.0 Too many messages, slow down"));
        for (int i = 0; i < 20; i++) {
            queue(i + "@example.org");
        }
        run();
        assertThat(said).containsExactly("paused plain 5");
        int before = server.messages().size();
        assertThat(before).isBetween(8, 9);
        pass(Duration.ofMinutes(6));
        run();
        assertThat(server.messages().size() - before).isBetween(1, 5);
        for (int i = 0; i < 12; i++) {
            pass(Duration.ofSeconds(62));
            run();
        }
        assertThat(states()).containsOnly(MailState.SENT);
    }

    @Test
    void keepsToTheRateOfAnAccountAcrossRuns() throws IOException {
        script(Script.script());
        limits = new SendLimits(new Rate(2, 3), 1);
        for (int i = 0; i < 5; i++) {
            queue(i + "@example.org");
        }
        run();
        run();
        assertThat(server.messages()).hasSize(2);
        pass(Duration.ofSeconds(62));
        run();
        assertThat(server.messages()).hasSize(3);
        pass(Duration.ofSeconds(62));
        run();
        assertThat(server.messages()).hasSize(3);
        pass(Duration.ofMinutes(61));
        run();
        assertThat(server.messages()).hasSize(5);
    }

    @Test
    void opensNoMoreConnectionsThanTheAccountMayHave() throws IOException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        lab(settings -> settings.listener(new LabListener() {
            @Override
            public void sessionStarted(LabSession session) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
            }

            @Override
            public void sessionEnded(LabSession session) {
                open.decrementAndGet();
            }
        }));
        limits = new SendLimits(Rate.UNLIMITED, 3);
        for (int i = 0; i < 60; i++) {
            queue(i + "@example.org");
        }
        run();
        assertThat(states()).containsOnly(MailState.SENT);
        assertThat(server.messages()).hasSize(60);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void holdsAnAccountWhosePasswordIsRefusedUntilThatIsAnotherOne() throws IOException {
        lab(settings -> settings.tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("anna", "right").withRequired(true)));
        password = "wrong";
        queue("anna", QueueOptions.DEFAULT, "a@example.org");
        queue("anna", QueueOptions.DEFAULT, "b@example.org");
        run();
        assertThat(said).containsExactly("held anna");
        assertThat(states()).containsOnly(MailState.HELD);
        pass(Duration.ofDays(30));
        run();
        assertThat(server.sessions()).hasSize(1);
        assertThat(states()).containsOnly(MailState.HELD);
        password = "right";
        run();
        assertThat(said).containsExactly("held anna", "reopened anna");
        assertThat(states()).containsOnly(MailState.SENT);
    }

    @Test
    void noticesAnotherPasswordWhileItStays() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        lab(settings -> settings.tls(LabTls.STARTTLS).listener(new LabListener() {
            @Override
            public void messageStored(LabSession session, StoredMessage message) {
                stored.countDown();
            }

            @Override
            public void sessionEnded(LabSession session) {
                refused.countDown();
            }
        }).auth(LabAuth.none().withPassword("anna", "right").withRequired(true)));
        password = "wrong";
        AtomicLong nanos = new AtomicLong();
        OutboxRunner runner = new OutboxRunner(new RunnerSetup(outbox, book, new LabRoutes(), this::deliverer, threads,
                EXACT, listener, clock, nanos::get));
        queue("anna", QueueOptions.DEFAULT, "a@example.org");
        Future<?> running = threads.submit(() -> {
            try (Sender sender = outbox.acquire().orElseThrow()) {
                runner.stay(sender);
            }
            return null;
        });
        assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
        password = "right";
        while (stored.getCount() > 0 && !running.isDone()) {
            nanos.addAndGet(Duration.ofMinutes(6).toNanos());
            runner.wake();
            stored.await(20, TimeUnit.MILLISECONDS);
        }
        runner.stop();
        running.get(20, TimeUnit.SECONDS);
        assertThat(said).containsExactly("held anna", "reopened anna");
        assertThat(states()).containsOnly(MailState.SENT);
    }

    @Test
    void holdsTheAccountAndNotTheMailWhereALoginIsMissing() throws IOException {
        script(Script.script().on(Stage.MAIL).inSession(1).reply("530 5.7.0 Authentication required"));
        QueuedMail mail = queue("a@example.org");
        run();
        assertThat(said).containsExactly("held plain");
        assertThat(now(mail).state()).isEqualTo(MailState.HELD);
        outbox.releaseAccount("plain");
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void sendsForOtherAccountsWhenOneHasNoWay() throws IOException {
        script(Script.script());
        QueuedMail lost = queue("gone", QueueOptions.DEFAULT, "a@example.org");
        QueuedMail fine = queue("b@example.org");
        run();
        assertThat(said).containsExactly("closed gone");
        assertThat(now(lost).state()).isEqualTo(MailState.QUEUED);
        assertThat(now(fine).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void sendsTheRestOfTooManyRecipientsInTheSameRun() throws IOException {
        script(Script.script().on(Stage.RCPT).inSession(1).nth(3).reply("452 4.5.3 Too many recipients"));
        QueuedMail mail = queue("a@example.org", "b@example.org", "c@example.org");
        run();
        pass(EXACT.wait(Verdict.SPLIT, 1, new Random(1)));
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.SENT);
        assertThat(server.messages()).extracting(StoredMessage::recipientAddresses)
                .containsExactly(List.of("a@example.org", "b@example.org"), List.of("c@example.org"));
    }

    @Test
    void neverSendsAgainWhatIsUnknown() throws IOException {
        script(Script.script().on(Stage.END_OF_DATA).swallow().close());
        QueuedMail mail = queue("a@example.org");
        run();
        pass(Duration.ofDays(9));
        run();
        assertThat(now(mail).state()).isEqualTo(MailState.UNKNOWN);
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void staysAndSendsWhatIsQueuedUntilItIsStopped() throws Exception {
        CountDownLatch stored = new CountDownLatch(2);
        lab(settings -> settings.listener(new LabListener() {
            @Override
            public void messageStored(LabSession session, StoredMessage message) {
                stored.countDown();
            }
        }));
        OutboxRunner runner = runner();
        CountDownLatch ended = new CountDownLatch(1);
        threads.execute(() -> {
            try (Sender sender = outbox.acquire().orElseThrow()) {
                runner.stay(sender);
            } catch (IOException e) {
                said.add(e.getMessage());
            }
            ended.countDown();
        });
        queue("a@example.org");
        runner.wake();
        queue("b@example.org");
        runner.wake();
        assertThat(stored.await(20, TimeUnit.SECONDS)).isTrue();
        runner.stop();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(states()).containsOnly(MailState.SENT);
    }
}
