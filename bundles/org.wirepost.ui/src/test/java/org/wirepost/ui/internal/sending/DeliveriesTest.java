// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Timings;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.ui.internal.CutPhoto;
import org.wirepost.ui.internal.PostRoom;
import org.wirepost.ui.internal.sending.Delivery.State;

class DeliveriesTest {

    private static final int LARGE = 24 << 20;
    private static final DeliveryReport EMPTY = new DeliveryReport("", Optional.empty(), 0, List.of(),
            Optional.empty(), DryRun.NONE, List.of(), List.of(), Optional.empty(), Timings.NONE);

    @TempDir
    Path home;
    private PostRoom room;
    private final List<LabServer> servers = new ArrayList<>();

    @BeforeEach
    void open() {
        room = new PostRoom(home);
    }

    @AfterEach
    void close() {
        room.close();
        servers.forEach(LabServer::close);
    }

    private Account account(String name, Script script) throws Exception {
        LabServer server = LabServer.start(LabSettings.builder().script(script).build());
        servers.add(server);
        Account account = Account.of(name, Identity.of("ada@lab.example"),
                Server.of("127.0.0.1", server.port(), TlsMode.NONE), Optional.empty());
        room.book.addTemporary(account);
        return account;
    }

    private Delivery sent(Outgoing letter) throws InterruptedException {
        Delivery delivery = room.deliveries.submit(letter, 0);
        room.awaitEnd(delivery);
        return delivery;
    }

    private static DeliveryReport report(Delivery delivery) {
        return delivery.report().orElseThrow();
    }

    @Test
    void aLetterGoesThroughAllStatesAndIsRecorded() throws Exception {
        Account account = account("One", Script.script());
        CountDownLatch told = new CountDownLatch(1);
        List<State> states = Collections.synchronizedList(new ArrayList<>());
        room.deliveries.watch(changed -> {
            if (states.isEmpty() || states.get(states.size() - 1) != changed.state()) {
                states.add(changed.state());
            }
            if (changed.state() == State.DONE) {
                told.countDown();
            }
        });
        Delivery delivery = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(states).containsExactly(State.WAITING, State.QUEUED, State.PREPARING, State.CONNECTING,
                State.SENDING, State.DONE);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(delivery.sent()).isPositive().isEqualTo(delivery.total()).isEqualTo(report(delivery).size());
        assertThat(delivery.recording().orElseThrow().all().entries()).isNotEmpty();
        assertThat(room.log.recordings()).containsExactly(delivery.recording().get());
        assertThat(servers.get(0).messages()).hasSize(1);
    }

    @Test
    void whatIsUndoneIsNeverSent() throws Exception {
        Account account = account("One", Script.script());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 30);
        assertThat(delivery.state()).isEqualTo(State.WAITING);
        assertThat(delivery.secondsLeft()).isBetween(29, 30);
        assertThat(delivery.undo()).isTrue();
        assertThat(delivery.undo()).isFalse();
        assertThat(delivery.state()).isEqualTo(State.UNDONE);
        assertThat(delivery.report()).isEmpty();
        assertThat(room.deliveries.active()).isEmpty();
        assertThat(servers.get(0).sessions()).isEmpty();
    }

    @Test
    void undoIsEitherInTimeOrTooLateAndNeverBoth() throws Exception {
        Account account = account("One", Script.script());
        int undone = 0;
        for (int i = 0; i < 40; i++) {
            Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
            undone += delivery.undo() ? 1 : 0;
            room.awaitEnd(delivery);
        }
        Delivery last = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(report(last).isComplete()).isTrue();
        assertThat(servers.get(0).messageCount()).isEqualTo(41 - undone);
    }

    @Test
    void theTimeForUndoingPassesAndTheLetterGoes() throws Exception {
        Account account = account("One", Script.script());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 1);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(delivery.undo()).isFalse();
    }

    @Test
    void cancellingWhileContentIsSentLeavesTheLetterDeferred() throws Exception {
        Account account = account("One", Script.script().onContent(100_000).stallUnread());
        Delivery delivery = room.deliveries.submit(PostRoom.large(account, LARGE, "bob@lab.example"), 0);
        room.await(delivery, each -> each.sent() > 0);
        assertThat(delivery.undo()).isFalse();
        delivery.cancel();
        room.awaitEnd(delivery);
        assertThat(delivery.isCancelled()).isTrue();
        assertThat(report(delivery).outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        assertThat(Retry.deferred(delivery)).isPresent();
    }

    @Test
    void cancellingBeforeTheServerHasGreetedIsQuick() throws Exception {
        Account account = account("One", Script.script().on(Stage.GREETING).stall());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.CONNECTING);
        delivery.cancel();
        room.awaitEnd(delivery);
        assertThat(report(delivery).isSentToSomeone()).isFalse();
    }

    @Test
    void aRefusedRecipientDoesNotKeepTheOthersFromGettingIt() throws Exception {
        Account account = account("One", Script.script().on(Stage.RCPT).nth(1).reply("550-5.1.1 No such", "550 user"));
        Delivery delivery = sent(PostRoom.letter(account, "nobody@lab.example", "bob@lab.example"));
        List<Outcome> outcomes = report(delivery).outcomes();
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(0).reply().orElseThrow().lines()).containsExactly("550-5.1.1 No such", "550 user");
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Accepted.class);
        assertThat(Retry.deferred(delivery)).isEmpty();
    }

    @Test
    void aRetryGoesToTheDeferredRecipientsOnlyAndIsTheSameLetter() throws Exception {
        Account account = account("One", Script.script().on(Stage.RCPT).nthOverall(1).reply("451 4.7.1 Greylisted"));
        Delivery first = sent(PostRoom.letter(account, "ann@lab.example", "bob@lab.example"));
        Delivery second = sent(Retry.deferred(first).orElseThrow());
        assertThat(report(second).isComplete()).isTrue();
        assertThat(servers.get(0).messages().get(0).recipientAddresses()).containsExactly("bob@lab.example");
        assertThat(servers.get(0).messages().get(1).recipientAddresses()).containsExactly("ann@lab.example");
        assertThat(report(second).messageId()).isEqualTo(report(first).messageId());
        assertThat(servers.get(0).messages().get(1).text()).contains("To: ann@lab.example, bob@lab.example");
    }

    @Test
    void aDamagedFileGoesOutOnlyWhereThatIsAllowedAndARetryAllowsItStill() throws Exception {
        CutPhoto.watchOver(room.delivery);
        Account account = account("One", Script.script().on(Stage.RCPT).nthOverall(1).reply("451 4.7.1 Greylisted"));
        Delivery refused = sent(PostRoom.damaged(account, false, "bob@lab.example"));
        assertThat(report(refused).failure().orElseThrow().sentence()).contains("photo.jpg", "cut off");
        assertThat(Retry.deferred(refused).orElseThrow().allowBroken()).isFalse();
        assertThat(servers.get(0).sessions()).isEmpty();
        Delivery deferred = sent(PostRoom.damaged(account, true, "bob@lab.example"));
        assertThat(report(deferred).outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        Delivery retried = room.deliveries.retry(deferred).orElseThrow();
        room.awaitEnd(retried);
        assertThat(report(retried).isComplete()).isTrue();
        assertThat(servers.get(0).messages()).singleElement().satisfies(message -> assertThat(message.text())
                .contains("filename=\"photo.jpg\""));
    }

    @Test
    void aLostFinalReplyIsUnknownAndNothingIsSentAgainByItself() throws Exception {
        Account account = account("One", Script.script().on(Stage.END_OF_DATA).swallow().close());
        Delivery delivery = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(report(delivery).outcomes()).singleElement().isInstanceOf(Outcome.Unknown.class);
        assertThat(Retry.deferred(delivery)).isEmpty();
        assertThat(Retry.unknown(delivery).orElseThrow().order().envelope().to()).containsExactly("bob@lab.example");
        assertThat(servers.get(0).sessions()).hasSize(1);
    }

    @Test
    void aMissingSecretIsAReportInOneSentenceAndNothingIsConnected() throws Exception {
        Account plain = account("One", Script.script());
        Account locked = plain.withLogin(Login.password("ada", new SecretSource.Environment("NOT_SET_ANYWHERE")));
        room.book.addTemporary(locked);
        Delivery delivery = sent(PostRoom.letter(locked, "bob@lab.example"));
        DeliveryFailure failure = report(delivery).failure().orElseThrow();
        assertThat(failure).isInstanceOf(DeliveryFailure.Configuration.class);
        assertThat(failure.sentence()).contains("NOT_SET_ANYWHERE");
        assertThat(report(delivery).exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(servers.get(0).sessions()).isEmpty();
        assertThat(Retry.deferred(delivery)).contains(delivery.outgoing());
    }

    @Test
    void anAccountThatHasGoneIsNamed() throws Exception {
        Account account = account("Gone", Script.script());
        room.book.removeTemporary("Gone");
        Delivery delivery = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(report(delivery).failure().orElseThrow().sentence()).contains("\"Gone\"");
    }

    @Test
    void lettersThroughOneAccountGoOneAfterTheOtherAndOthersSideBySide() throws Exception {
        Account stuck = account("Stuck", Script.script().on(Stage.MAIL).stall());
        Account quick = account("Quick", Script.script());
        Delivery first = room.deliveries.submit(PostRoom.letter(stuck, "bob@lab.example"), 0);
        Delivery second = room.deliveries.submit(PostRoom.letter(stuck, "bob@lab.example"), 0);
        assertThat(report(sent(PostRoom.letter(quick, "bob@lab.example"))).isComplete()).isTrue();
        room.await(first, each -> each.state() == State.SENDING);
        assertThat(second.state()).isEqualTo(State.QUEUED);
        assertThat(servers.get(0).sessions()).hasSize(1);
        assertThat(second.undo()).isTrue();
        first.cancel();
        room.awaitEnd(first);
        assertThat(servers.get(0).sessions()).hasSize(1);
    }

    @Test
    void nothingKeepsTheCallerWaiting() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger carried = new AtomicInteger();
        Deliveries slow = new Deliveries(room.background, delivery -> {
            carried.incrementAndGet();
            await(release);
            return EMPTY;
        }, failure -> { });
        Account account = account("One", Script.script());
        long before = System.nanoTime();
        Delivery delivery = slow.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        delivery.cancel();
        slow.cancelAll();
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        release.countDown();
        assertThat(carried.get()).isLessThanOrEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aWatcherThatFailsHoldsUpNothing() throws Exception {
        List<Throwable> defects = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        Deliveries fast = new Deliveries(room.background, delivery -> EMPTY, defects::add);
        fast.watch(changed -> {
            throw new IllegalStateException("a defect of a view");
        });
        fast.watch(changed -> {
            if (changed.state() == State.DONE) {
                done.countDown();
            }
        });
        fast.submit(PostRoom.letter(account("One", Script.script()), "bob@lab.example"), 0);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(defects).isNotEmpty();
    }

    @Test
    void whatIsOverCanBeForgottenAndWhatIsNotStays() throws Exception {
        Account stuck = account("Stuck", Script.script().on(Stage.MAIL).stall());
        Account quick = account("Quick", Script.script());
        Delivery running = room.deliveries.submit(PostRoom.letter(stuck, "bob@lab.example"), 0);
        sent(PostRoom.letter(quick, "bob@lab.example"));
        room.deliveries.removeFinished();
        assertThat(room.deliveries.deliveries()).containsExactly(running);
        room.deliveries.cancelAll();
        room.awaitEnd(running);
    }
}
