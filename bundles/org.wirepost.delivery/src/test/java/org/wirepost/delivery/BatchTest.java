// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.delivery.FakeLinks.Verdict;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

@Timeout(30)
class BatchTest {

    private static final ServerLogin LOGIN =
            ServerLogin.anonymous(ConnectionSettings.of("mx.example.org", 25, TlsMode.NONE));

    @TempDir
    Path folder;
    private final FakeLinks links = new FakeLinks();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<DeliveryReport> reports = Collections.synchronizedList(new ArrayList<>());
    private Fixture fixture;
    private Deliverer deliverer;

    @BeforeEach
    void start() {
        fixture = new Fixture(folder);
        deliverer = new Deliverer(fixture.preparer(), threads, Extensions.NONE, links);
    }

    @AfterEach
    void stop() {
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void sendsManyMessagesOverOneConnectionAndReportsThemInOrder() {
        deliver(orders(20), DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 20));
        assertThat(links.taken).isEqualTo(addresses(1, 20));
        assertThat(links.made).hasSize(1);
        assertThat(links.made.get(0).left).isTrue();
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
    }

    @Test
    void opensNoConnectionForNothing() {
        deliver(List.of(), DeliverySettings.DEFAULT);
        assertThat(links.made).isEmpty();
        assertThat(reports).isEmpty();
    }

    @Test
    void opensNoConnectionWhenNothingCanBeSent() {
        deliver(List.of(bad("1"), new Order(Fixture.letter().build(), EnvelopeOptions.DEFAULT, "2"),
                new Order(Fixture.letter("3@example.org").header("Disposition-Notification-To", "anna@@x").build(),
                        EnvelopeOptions.DEFAULT, "3")), DeliverySettings.DEFAULT);
        assertThat(links.made).isEmpty();
        assertThat(labels()).containsExactly("1", "2", "3");
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.DATAERR);
    }

    @Test
    void reportsBadInputInItsTurnAndGoesOn() {
        List<Job> jobs = new ArrayList<>(orders(9));
        jobs.set(2, bad("3"));
        jobs.set(4, new Order(Fixture.letter("5@example.org").subject("a\nb").build(), EnvelopeOptions.DEFAULT, "5"));
        jobs.set(6, new Order(Fixture.letter("7@example.org").attach(DraftAttachment.of(folder.resolve("gone.pdf")))
                .build(), EnvelopeOptions.DEFAULT, "7"));
        deliver(jobs, DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 9));
        assertThat(reports).extracting(DeliveryReport::exitCode).containsExactly(ExitCode.OK, ExitCode.OK,
                ExitCode.DATAERR, ExitCode.OK, ExitCode.DATAERR, ExitCode.OK, ExitCode.NOINPUT, ExitCode.OK,
                ExitCode.OK);
        assertThat(reports.get(2).outcomes()).isEmpty();
        assertThat(links.made).hasSize(1);
    }

    @Test
    void neverTakesUpMoreThanFitsIntoTheFlight() {
        AtomicInteger given = new AtomicInteger();
        AtomicInteger reported = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Iterator<Order> lazy = IntStream.rangeClosed(1, 500).mapToObj(BatchTest::order).iterator();
        Iterator<Order> counting = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lazy.hasNext();
            }

            @Override
            public Order next() {
                most.accumulateAndGet(given.incrementAndGet() - reported.get(), Math::max);
                return lazy.next();
            }
        };
        deliverer.deliverAll(counting, LOGIN, DeliverySettings.DEFAULT, () -> DialogueListener.NONE,
                report -> reported.incrementAndGet());
        assertThat(reported).hasValue(500);
        assertThat(most.get()).isLessThanOrEqualTo(links.window + 1);
    }

    @Test
    void finishesWhatIsInFlightBeforeAPause() {
        for (int connections : new int[] {1, 3}) {
            reports.clear();
            CountDownLatch reported = new CountDownLatch(3);
            List<Job> jobs = new ArrayList<>(orders(3));
            jobs.add(new Pause());
            jobs.add(order(4));
            Iterator<Job> source = jobs.iterator();
            AtomicInteger given = new AtomicInteger();
            Iterator<Job> slow = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    if (given.get() == 4) {
                        await(reported);
                    }
                    return source.hasNext();
                }

                @Override
                public Job next() {
                    given.incrementAndGet();
                    return source.next();
                }
            };
            new Deliverer(fixture.preparer(), threads, Extensions.NONE, links).deliverAll(slow, LOGIN,
                    DeliverySettings.DEFAULT.withParallel(connections), () -> DialogueListener.NONE, report -> {
                        reports.add(report);
                        reported.countDown();
                    });
            assertThat(labels()).containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }

    @Test
    void sendsWhatWasSurelyNotTakenOverANewConnection() {
        links.verdicts = (connection, to) -> connection == 1 && to.startsWith("5@") ? Verdict.LOSE : Verdict.ACCEPT;
        deliver(orders(12), DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 12));
        assertThat(links.taken).isEqualTo(addresses(1, 12));
        assertThat(links.made).hasSize(2);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
    }

    @Test
    void goesOnWhenTheServerEndsTheSessionAfterAFewMessages() {
        AtomicInteger count = new AtomicInteger();
        links.verdicts = (connection, to) -> count.incrementAndGet() % 5 == 0 ? Verdict.GOODBYE : Verdict.ACCEPT;
        deliver(orders(30), DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 30));
        assertThat(links.taken).isEqualTo(addresses(1, 30));
        assertThat(links.made.size()).isBetween(6, 10);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
    }

    @Test
    void neverSendsAgainWhatMayHaveBeenTaken() {
        links.verdicts = (connection, to) -> to.startsWith("5@") ? Verdict.LOSE_REPLY : Verdict.ACCEPT;
        deliver(orders(12), DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 12));
        assertThat(links.taken).isEqualTo(addresses(1, 12));
        assertThat(reports.get(4).outcomes().get(0)).isInstanceOf(Outcome.Unknown.class);
        assertThat(reports.get(4).exitCode()).isEqualTo(ExitCode.IOERR);
        assertThat(reports.stream().filter(DeliveryReport::isComplete)).hasSize(11);
    }

    @Test
    void givesAMessageOnlyOneSecondChance() {
        links.verdicts = (connection, to) -> to.startsWith("3@") ? Verdict.LOSE : Verdict.ACCEPT;
        deliver(orders(6), DeliverySettings.DEFAULT);
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 6));
        assertThat(links.taken).containsExactlyInAnyOrder("1@example.org", "2@example.org", "4@example.org",
                "5@example.org", "6@example.org");
        DeliveryReport third = report("3");
        assertThat(third.outcomes().get(0)).isInstanceOf(Outcome.Deferred.class);
        assertThat(third.exitCode()).isEqualTo(ExitCode.TEMPFAIL);
    }

    @Test
    void leavesAServerInPeaceThatAnswersForNothing() {
        links.verdicts = (connection, to) -> Verdict.LOSE;
        deliver(orders(50), DeliverySettings.DEFAULT);
        assertThat(links.made).hasSize(2);
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 50));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
            assertThat(report.failure()).isPresent();
        });
    }

    @Test
    void leavesAServerInPeaceThatStalls() {
        links.verdicts = (connection, to) -> Verdict.STALL;
        deliver(orders(50), DeliverySettings.DEFAULT);
        assertThat(links.made).hasSize(2);
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 50));
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.TEMPFAIL);
    }

    @Test
    void leavesAServerInPeaceThatNeverAnswersForWhatItGot() {
        links.verdicts = (connection, to) -> Verdict.LOSE_REPLY;
        deliver(orders(50), DeliverySettings.DEFAULT);
        assertThat(links.made).hasSize(2);
        assertThat(links.taken).hasSize(2);
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 50));
        assertThat(reports.stream().filter(report -> report.exitCode() == ExitCode.IOERR)).hasSize(2);
    }

    @Test
    void doesNotRepeatTheMessageAtWhichAServerStalledAndSparesThoseBehindIt() {
        links.verdicts = (connection, to) -> to.startsWith("3@") ? Verdict.STALL : Verdict.ACCEPT;
        deliver(orders(10), DeliverySettings.DEFAULT);
        assertThat(links.made).hasSize(2);
        assertThat(labels()).isEqualTo(names(1, 10));
        assertThat(reports.stream().filter(report -> !report.isComplete())).singleElement()
                .satisfies(report -> assertThat(report.label()).isEqualTo("3"));
    }

    @Test
    void reportsEveryMessageWhenNoConnectionCanBeHad() {
        links.connects = connection -> Optional.of(FakeLinks.failure(Kind.CONNECT, Stage.CONNECT));
        List<Job> jobs = new ArrayList<>(orders(30));
        jobs.add(bad("31"));
        deliver(jobs, DeliverySettings.DEFAULT.withParallel(4));
        assertThat(links.made).hasSize(1);
        assertThat(labels()).isEqualTo(names(1, 31));
        assertThat(reports.subList(0, 30)).allSatisfy(report -> {
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
            assertThat(report.exitCode()).isEqualTo(ExitCode.TEMPFAIL);
        });
        assertThat(reports.get(30).exitCode()).isEqualTo(ExitCode.DATAERR);
    }

    @Test
    void triesRefusedCredentialsOnceAndNotByEveryConnection() {
        links.authenticates = connection -> Optional.of(FakeLinks.failure(Kind.AUTH_REFUSED, Stage.AUTH));
        ServerLogin login = new ServerLogin(LOGIN.connection(),
                Optional.of(new Credentials.Password("anna", Secret.of("secret"))), AuthSettings.DEFAULT);
        deliverer.deliverAll(orders(10).iterator(), login, DeliverySettings.DEFAULT.withParallel(4),
                () -> DialogueListener.NONE, reports::add);
        assertThat(links.made).hasSize(1);
        assertThat(reports).hasSize(10);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.NOPERM);
        assertThat(reports.toString()).doesNotContain("secret");
    }

    @Test
    void doesNotReconnectWithCredentialsThatWereRefusedInBetween() {
        links.authenticates = connection -> connection == 1 ? Optional.empty()
                : Optional.of(FakeLinks.failure(Kind.AUTH_REFUSED, Stage.AUTH));
        links.verdicts = (connection, to) -> to.startsWith("2@") ? Verdict.LOSE : Verdict.ACCEPT;
        ServerLogin login = new ServerLogin(LOGIN.connection(),
                Optional.of(new Credentials.Password("anna", Secret.of("secret"))), AuthSettings.DEFAULT);
        deliverer.deliverAll(orders(10).iterator(), login, DeliverySettings.DEFAULT, () -> DialogueListener.NONE,
                reports::add);
        assertThat(links.made).hasSize(2);
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 10));
        assertThat(links.taken).containsExactly("1@example.org");
    }

    @Test
    void usesSeveralConnectionsAtOnceAndTellsOneReportAtATime() {
        CyclicBarrier together = new CyclicBarrier(3);
        AtomicInteger first = new AtomicInteger();
        links.beforeAnswer = () -> {
            if (first.incrementAndGet() <= 3) {
                await(together);
            }
        };
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        deliverer.deliverAll(orders(200).iterator(), LOGIN, DeliverySettings.DEFAULT.withParallel(3),
                () -> DialogueListener.NONE, report -> {
                    overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
                    reports.add(report);
                    inside.set(false);
                });
        assertThat(links.made).hasSize(3);
        assertThat(overlapped).isFalse();
        assertThat(labels()).containsExactlyInAnyOrderElementsOf(names(1, 200));
        assertThat(links.taken).containsExactlyInAnyOrderElementsOf(addresses(1, 200));
    }

    @Test
    void losesNoMessageWhenOneOfSeveralConnectionsCannotBeOpened() {
        links.connects = connection -> connection == 1 ? Optional.empty()
                : Optional.of(FakeLinks.failure(Kind.CONNECT, Stage.CONNECT));
        deliver(orders(50), DeliverySettings.DEFAULT.withParallel(3));
        assertThat(links.taken).containsExactlyInAnyOrderElementsOf(addresses(1, 50));
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
    }

    @Test
    void handsTheMessagesOfALostConnectionToAnotherThatIsIdle() {
        CountDownLatch firstIsIdle = new CountDownLatch(1);
        CountDownLatch secondHasOne = new CountDownLatch(1);
        links.window = 1;
        links.connects = connection -> connection <= 2 ? Optional.empty()
                : Optional.of(FakeLinks.failure(Kind.CONNECT, Stage.CONNECT));
        links.verdicts = (connection, to) -> {
            if (connection == 2) {
                secondHasOne.countDown();
                await(firstIsIdle);
                return Verdict.LOSE;
            }
            await(secondHasOne);
            return Verdict.ACCEPT;
        };
        Iterator<Order> two = orders(2).iterator();
        Iterator<Order> telling = new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (!two.hasNext()) {
                    firstIsIdle.countDown();
                }
                return two.hasNext();
            }

            @Override
            public Order next() {
                return two.next();
            }
        };
        deliverer.deliverAll(telling, LOGIN, DeliverySettings.DEFAULT.withParallel(2), () -> DialogueListener.NONE,
                reports::add);
        assertThat(labels()).containsExactlyInAnyOrder("1", "2");
        assertThat(links.taken).containsExactlyInAnyOrder("1@example.org", "2@example.org");
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
    }

    @Test
    void goesOnWithOneConnectionWhenTheExecutorIsClosed() {
        Logger.getLogger("org.wirepost.delivery.internal.session.Batch").setLevel(Level.OFF);
        threads.shutdown();
        deliver(orders(10), DeliverySettings.DEFAULT.withParallel(4));
        assertThat(links.made).hasSize(1);
        assertThat(links.taken).isEqualTo(addresses(1, 10));
    }

    @Test
    void takesUpNothingNewAfterAnErrorWhenAskedTo() {
        links.window = 2;
        links.verdicts = (connection, to) -> to.startsWith("3@") ? Verdict.REFUSE : Verdict.ACCEPT;
        deliver(orders(100), DeliverySettings.DEFAULT.withStopOnError(true));
        assertThat(labels()).isEqualTo(names(1, reports.size()));
        assertThat(reports.size()).isBetween(3, 5);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void stopsAtBadInputWhenAskedTo() {
        List<Job> jobs = new ArrayList<>(orders(10));
        jobs.set(1, bad("2"));
        links.window = 1;
        deliver(jobs, DeliverySettings.DEFAULT.withStopOnError(true));
        assertThat(labels()).containsExactly("1", "2");
    }

    @Test
    void canBeCancelledFromAnotherThread() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicInteger answers = new AtomicInteger();
        links.beforeAnswer = () -> {
            if (answers.incrementAndGet() == 10) {
                reached.countDown();
                await(cancelled);
            }
        };
        Thread other = new Thread(() -> {
            await(reached);
            deliverer.cancel();
            cancelled.countDown();
        });
        other.start();
        deliver(orders(1000), DeliverySettings.DEFAULT);
        other.join();
        assertThat(links.taken).hasSize(9);
        assertThat(reports.size()).isBetween(10, 15);
        assertThat(reports.subList(0, 9)).allSatisfy(report -> assertThat(report.isComplete()).isTrue());
        assertThat(reports.subList(9, reports.size())).allSatisfy(report -> {
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
            assertThat(report.failure().orElseThrow().kind()).isEqualTo("cancelled");
        });
    }

    @Test
    void takesNothingWhenCancelledBefore() {
        deliverer.cancel();
        deliver(orders(10), DeliverySettings.DEFAULT);
        assertThat(reports).isEmpty();
        assertThat(links.made).isEmpty();
    }

    @Test
    void repeatsEachOrderAsAMessageOfItsOwn() {
        deliver(orders(2), DeliverySettings.DEFAULT.withRepeat(3));
        assertThat(labels()).containsExactly("1", "1", "1", "2", "2", "2");
        assertThat(new HashSet<>(reports.stream().map(report -> report.messageId().orElseThrow()).toList())).hasSize(6);
    }

    @Test
    void finishesWhatIsInFlightWhenTheJobsCannotBeReadAnyFurther() {
        Iterator<Order> five = orders(5).iterator();
        Iterator<Order> broken = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Order next() {
                if (!five.hasNext()) {
                    throw new IllegalStateException("line 6 cannot be read");
                }
                return five.next();
            }
        };
        assertThatThrownBy(() -> deliverer.deliverAll(broken, LOGIN, DeliverySettings.DEFAULT,
                () -> DialogueListener.NONE, reports::add)).hasMessage("line 6 cannot be read");
        assertThat(labels()).isEqualTo(names(1, 5));
        assertThat(links.made.get(0).left).isTrue();
    }

    @Test
    void finishesWhatIsInFlightWhenReportsAreNotTaken() {
        assertThatThrownBy(() -> deliverer.deliverAll(orders(100).iterator(), LOGIN, DeliverySettings.DEFAULT,
                () -> DialogueListener.NONE, report -> {
                    throw new IllegalStateException("the disk is full");
                })).hasMessage("the disk is full");
        assertThat(links.made.get(0).pulled).isEqualTo(links.made.get(0).answered).isLessThan(10);
        assertThat(links.made.get(0).left).isTrue();
    }

    @Test
    void claimsNothingAboutMessagesThatABugHasHit() {
        links.verdicts = (connection, to) -> to.startsWith("3@") ? Verdict.FAIL : Verdict.ACCEPT;
        deliver(orders(8), DeliverySettings.DEFAULT);
        assertThat(labels()).isEqualTo(names(1, 8));
        assertThat(report("3").outcomes().get(0)).isInstanceOf(Outcome.Unknown.class);
        assertThat(report("8").outcomes().get(0)).isInstanceOf(Outcome.Deferred.class);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.SOFTWARE);
    }

    @Test
    void stopsOfADryRunWhereItIsToldTo() {
        ServerLogin login = new ServerLogin(LOGIN.connection(),
                Optional.of(new Credentials.Password("anna", Secret.of("secret"))), AuthSettings.DEFAULT);
        for (DryRun dryRun : List.of(DryRun.RENDER, DryRun.CONNECT, DryRun.AUTH, DryRun.RCPT)) {
            reports.clear();
            links.made.clear();
            new Deliverer(fixture.preparer(), threads, Extensions.NONE, links).deliverAll(orders(3).iterator(), login,
                    DeliverySettings.DEFAULT.withDryRun(dryRun), () -> DialogueListener.NONE, reports::add);
            assertThat(labels()).containsExactly("1", "2", "3");
            assertThat(reports).allSatisfy(report -> {
                assertThat(report.dryRun()).isEqualTo(dryRun);
                assertThat(report.size()).isPositive();
                assertThat(report.isComplete()).isTrue();
                assertThat(report.isSentToSomeone()).isFalse();
                assertThat(report.outcomes()).hasSize(dryRun == DryRun.RCPT ? 1 : 0);
                assertThat(report.server().isPresent()).isEqualTo(dryRun != DryRun.RENDER);
            });
            assertThat(links.made).hasSize(dryRun == DryRun.RENDER ? 0 : 1);
            assertThat(links.made).allSatisfy(link -> {
                assertThat(link.authenticated).isEqualTo(dryRun != DryRun.CONNECT);
                assertThat(link.left).isTrue();
            });
            assertThat(links.taken).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(List<? extends Job> jobs, DeliverySettings settings) {
        Consumer<DeliveryReport> consumer = reports::add;
        deliverer.deliverAll(jobs.iterator(), LOGIN, settings, () -> DialogueListener.NONE, consumer);
        assertThat(reports).allSatisfy(report -> assertThat(report.timings().total()).isPositive()
                .isLessThan(Duration.ofMinutes(1)));
    }

    private static List<Order> orders(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(BatchTest::order).toList();
    }

    private static Order order(int number) {
        return new Order(Fixture.letter(number + "@example.org").build(), EnvelopeOptions.DEFAULT,
                String.valueOf(number));
    }

    private static Job bad(String label) {
        return new BadOrder(label, new DeliveryFailure.BadInput("to", "No address.", Optional.empty()));
    }

    private List<String> labels() {
        return reports.stream().map(DeliveryReport::label).toList();
    }

    private DeliveryReport report(String label) {
        return reports.stream().filter(report -> report.label().equals(label)).findFirst().orElseThrow();
    }

    private static List<String> names(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    private static List<String> addresses(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> number + "@example.org").toList();
    }
}
