// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.delivery.outbox.Sender;
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
        if (room != null) {
            room.close();
        }
        servers.forEach(LabServer::close);
    }

    private Outbox store() throws OutboxException {
        return Outbox.open(home.resolve("data/outbox"), Clock.systemUTC());
    }

    private Account account(String name, Script script) throws Exception {
        return account(name, script, true);
    }

    private Account account(String name, Script script, boolean known) throws Exception {
        LabServer server = LabServer.start(LabSettings.builder().script(script).build());
        servers.add(server);
        Account account = Account.of(name, Identity.of("ada@lab.example"),
                Server.of("127.0.0.1", server.port(), TlsMode.NONE), Optional.empty());
        if (known) {
            room.book.addTemporary(account);
        }
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
        Set<State> states = Collections.synchronizedSet(EnumSet.noneOf(State.class));
        room.deliveries.watch(changed -> states.add(changed.state()));
        Delivery delivery = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(states).contains(State.PREPARING, State.QUEUED, State.CONNECTING, State.SENDING);
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
        room.await(delivery, each -> each.state() == State.WAITING);
        assertThat(delivery.secondsLeft()).isBetween(20, 30);
        delivery.undo();
        room.awaitEnd(delivery);
        assertThat(delivery.state()).isEqualTo(State.UNDONE);
        assertThat(delivery.report()).isEmpty();
        assertThat(room.deliveries.active()).isEmpty();
        assertThat(servers.get(0).sessions()).isEmpty();
        assertThat(store().list()).isEmpty();
    }

    @Test
    void undoIsEitherInTimeOrTooLateAndNeverBoth() throws Exception {
        Account account = account("One", Script.script());
        int undone = 0;
        for (int i = 0; i < 20; i++) {
            Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
            delivery.undo();
            room.awaitEnd(delivery);
            undone += delivery.state() == State.UNDONE ? 1 : 0;
        }
        Delivery last = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(report(last).isComplete()).isTrue();
        assertThat(servers.get(0).messageCount()).isEqualTo(21 - undone);
    }

    @Test
    void theTimeForUndoingPassesAndTheLetterGoes() throws Exception {
        Account account = account("One", Script.script());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 1);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(delivery.state()).isEqualTo(State.DONE);
    }

    @Test
    void cancellingWhileContentIsSentHoldsTheLetter() throws Exception {
        Account account = account("One", Script.script().onContent(100_000).stallUnread());
        Delivery delivery = room.deliveries.submit(PostRoom.large(account, LARGE, "bob@lab.example"), 0);
        room.await(delivery, each -> each.sent() > 0);
        delivery.cancel();
        room.await(delivery, each -> each.state() == State.HELD);
        assertThat(delivery.blocked()).contains(Messages.stopped);
        assertThat(report(delivery).outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        delivery.undo();
        room.awaitEnd(delivery);
        assertThat(store().list()).isEmpty();
    }

    @Test
    void cancellingBeforeTheServerHasGreetedIsQuick() throws Exception {
        Account account = account("One", Script.script().on(Stage.GREETING).stall());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.CONNECTING);
        delivery.cancel();
        room.await(delivery, each -> each.state() == State.HELD);
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
    }

    @Test
    void aDeferredRecipientIsTriedAgainAndGetsTheSameLetter() throws Exception {
        Account account = account("One", Script.script().on(Stage.RCPT).nthOverall(1).reply("451 4.7.1 Greylisted"));
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "ann@lab.example", "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.DEFERRED);
        assertThat(delivery.nextTry().orElseThrow()).isAfter(Instant.now());
        assertThat(ResultGroup.of(report(delivery)).get(0).words()).containsExactly("451 4.7.1 Greylisted");
        room.deliveries.sendNow(delivery);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(servers.get(0).messages().get(0).recipientAddresses()).containsExactly("bob@lab.example");
        assertThat(servers.get(0).messages().get(1).recipientAddresses()).containsExactly("ann@lab.example");
        assertThat(servers.get(0).messages().get(1).bytes()).isEqualTo(servers.get(0).messages().get(0).bytes());
    }

    @Test
    void aDamagedFileGoesOutOnlyWhereThatIsAllowed() throws Exception {
        CutPhoto.watchOver(room.delivery);
        Account account = account("One", Script.script());
        Delivery refused = sent(PostRoom.damaged(account, false, "bob@lab.example"));
        assertThat(report(refused).failure().orElseThrow().sentence()).contains("photo.jpg", "cut off");
        assertThat(servers.get(0).sessions()).isEmpty();
        Delivery allowed = sent(PostRoom.damaged(account, true, "bob@lab.example"));
        assertThat(report(allowed).isComplete()).isTrue();
        assertThat(servers.get(0).messages()).singleElement().satisfies(message -> assertThat(message.text())
                .contains("filename=\"photo.jpg\""));
    }

    @Test
    void aLostFinalReplyIsUnknownUntilAPersonDecides() throws Exception {
        Account account = account("One", Script.script().on(Stage.END_OF_DATA).nthOverall(1).swallow().close());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.UNKNOWN);
        assertThat(report(delivery).outcomes()).singleElement().isInstanceOf(Outcome.Unknown.class);
        room.deliveries.sendNow(delivery);
        assertThat(servers.get(0).sessions()).hasSize(1);
        room.deliveries.clerk().resend(delivery);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(servers.get(0).sessions()).hasSize(2);
        assertThat(servers.get(0).messages().get(servers.get(0).messages().size() - 1).text())
                .contains("Message-ID: <" + report(delivery).messageId().orElseThrow() + ">");
    }

    @Test
    void whatIsUnknownCanBeMarkedAsSent() throws Exception {
        Account account = account("One", Script.script().on(Stage.END_OF_DATA).nthOverall(1).swallow().close());
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.UNKNOWN);
        room.deliveries.clerk().markSent(delivery);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(servers.get(0).sessions()).hasSize(1);
    }

    @Test
    void aScheduledLetterWaitsAndGoesAtOnceWhenAPersonWants() throws Exception {
        Account account = account("One", Script.script());
        Delivery delivery = room.deliveries.schedule(PostRoom.letter(account, "bob@lab.example"),
                Instant.now().plusSeconds(3600));
        room.await(delivery, each -> each.state() == State.SCHEDULED);
        Instant later = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.MILLIS);
        room.deliveries.clerk().schedule(delivery, later);
        room.await(delivery, each -> each.nextTry().filter(later::equals).isPresent());
        assertThat(servers.get(0).sessions()).isEmpty();
        room.deliveries.sendNow(delivery);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
    }

    @Test
    void everythingComesBackAtTheNextStart() throws Exception {
        Account account = account("One", Script.script().on(Stage.END_OF_DATA).nthOverall(1).swallow().close());
        Delivery unknown = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(unknown, each -> each.state() == State.UNKNOWN);
        Delivery scheduled = room.deliveries.schedule(PostRoom.letter(account, "ann@lab.example"),
                Instant.now().plusSeconds(3600));
        room.await(scheduled, each -> each.state() == State.SCHEDULED);
        room.close();
        room = new PostRoom(home);
        room.book.addTemporary(account);
        room.untilAll(all -> all.stream().map(Delivery::state).toList()
                .equals(List.of(State.UNKNOWN, State.SCHEDULED)));
        Delivery back = room.deliveries.deliveries().get(1);
        assertThat(back.draftId()).isEqualTo("draft-1");
        assertThat(back.label()).isEqualTo("Greetings");
        room.deliveries.sendNow(back);
        room.awaitEnd(back);
        assertThat(report(back).isComplete()).isTrue();
    }

    @Test
    void whileAnotherSendsLettersWaitAndThenTheyGo() throws Exception {
        room.close();
        room = null;
        Account account = account("One", Script.script(), false);
        try (Sender other = store().acquire().orElseThrow()) {
            room = new PostRoom(home);
            room.book.addTemporary(account);
            Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
            room.await(delivery, each -> each.state() == State.QUEUED);
            room.untilAll(all -> room.deliveries.isSentElsewhere());
            other.begin(delivery.mail().orElseThrow().id());
            room.await(delivery, each -> each.state() == State.ELSEWHERE);
        }
        Delivery delivery = room.deliveries.deliveries().get(0);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(servers.get(0).messages()).hasSize(1);
        assertThat(room.deliveries.isSentElsewhere()).isFalse();
    }

    @Test
    void mailThatAnotherProcessHasQueuedIsShownAndSent() throws Exception {
        Account account = account("One", Script.script());
        try (Preparer preparer = room.delivery.preparer(PrepareSettings.DEFAULT);
                PreparedOrder order = preparer.prepare(PostRoom.letter(account, "bob@lab.example").order())) {
            store().queue(order, "One", QueueOptions.DEFAULT);
        }
        room.untilAll(all -> !all.isEmpty() && all.get(0).state() == State.DONE);
        assertThat(room.deliveries.deliveries().get(0).draftId()).isEmpty();
        assertThat(servers.get(0).messages()).hasSize(1);
    }

    @Test
    void anOutboxThatCannotBeWrittenRefusesTheLetterInWords() throws Exception {
        Account account = account("One", Script.script());
        room.close();
        Path data = home.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(data, "no folder");
        room = new PostRoom(home);
        room.book.addTemporary(account);
        Delivery delivery = sent(PostRoom.letter(account, "bob@lab.example"));
        assertThat(delivery.state()).isEqualTo(State.DONE);
        assertThat(delivery.mail()).isEmpty();
        assertThat(report(delivery).failure().orElseThrow().sentence()).contains("outbox");
        assertThat(servers.get(0).sessions()).isEmpty();
    }

    @Test
    void aMissingSecretHoldsTheLetterInOneSentenceAndNothingIsConnected() throws Exception {
        Account plain = account("One", Script.script());
        Account locked = plain.withLogin(Login.password("ada", new SecretSource.Environment("NOT_SET_ANYWHERE")));
        room.book.addTemporary(locked);
        Delivery delivery = room.deliveries.submit(PostRoom.letter(locked, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.HELD);
        assertThat(delivery.blocked().orElseThrow()).contains("NOT_SET_ANYWHERE");
        assertThat(servers.get(0).sessions()).isEmpty();
        room.book.addTemporary(plain);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
    }

    @Test
    void aRefusedPasswordHoldsTheAccountUntilItIsReleased() throws Exception {
        Account account = account("One", Script.script().on(Stage.MAIL).nthOverall(1).reply("530 5.7.0 Log in first"));
        Delivery delivery = room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        room.await(delivery, each -> each.state() == State.HELD);
        assertThat(store().heldAccounts()).containsKey("One");
        room.deliveries.sendNow(delivery);
        room.awaitEnd(delivery);
        assertThat(report(delivery).isComplete()).isTrue();
        assertThat(store().heldAccounts()).isEmpty();
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
        room.await(first, each -> each.state() == State.SENDING);
        Delivery second = room.deliveries.submit(PostRoom.letter(stuck, "bob@lab.example"), 0);
        assertThat(report(sent(PostRoom.letter(quick, "bob@lab.example"))).isComplete()).isTrue();
        room.await(second, each -> each.state() == State.QUEUED);
        assertThat(servers.get(0).sessions()).hasSize(1);
        second.undo();
        room.awaitEnd(second);
        first.cancel();
        room.await(first, each -> each.state() == State.HELD);
        assertThat(servers.get(0).sessions()).hasSize(1);
    }

    @Test
    void aWatcherThatFailsHoldsUpNothing() throws Exception {
        room.expectDefects();
        room.deliveries.watch(changed -> {
            throw new IllegalStateException("a defect of a view");
        });
        Delivery delivery = sent(PostRoom.letter(account("One", Script.script()), "bob@lab.example"));
        assertThat(report(delivery).isComplete()).isTrue();
    }

    @Test
    void whatIsOverCanBeForgottenAndWhatIsNotStays() throws Exception {
        Account stuck = account("Stuck", Script.script().on(Stage.MAIL).stall());
        Account quick = account("Quick", Script.script());
        Delivery running = room.deliveries.submit(PostRoom.letter(stuck, "bob@lab.example"), 0);
        sent(PostRoom.letter(quick, "bob@lab.example"));
        room.deliveries.removeFinished();
        room.untilAll(all -> all.equals(List.of(running)));
        assertThat(store().list()).hasSize(1);
        running.cancel();
        room.await(running, each -> each.state() == State.HELD);
    }
}
