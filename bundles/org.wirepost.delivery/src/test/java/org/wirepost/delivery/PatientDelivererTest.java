// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.Wait;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;

/** What is tried again in memory, against the lab server. */
@Timeout(60)
class PatientDelivererTest extends LabRoom {

    private static final RetryPolicy EXACT = new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(70),
            Duration.ofMinutes(1), 0, Duration.ofDays(5), 3);

    private final List<Wait> waits = new ArrayList<>();

    /** Time passes only while somebody waits. */
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000);

    private boolean await(Wait wait) {
        waits.add(wait);
        time.addAndGet(wait.time().toNanos());
        return true;
    }

    private PatientDeliverer patient(int retries) {
        return new PatientDeliverer(fixture.preparer(), this::deliverer, EXACT, retries, this::await, new Random(1),
                time::get);
    }

    private void send(int retries, DeliverySettings settings, List<Order> orders) {
        patient(retries).deliverAll(orders.iterator(), anonymous(), settings, () -> DialogueListener.NONE,
                reports::add);
    }

    private void script(Script script) throws IOException {
        lab(settings -> settings.script(script));
    }

    private static Order to(String... recipients) {
        return new Order(Fixture.letter(recipients).build(), EnvelopeOptions.DEFAULT, String.join(" ", recipients));
    }

    private List<String> states() {
        return reports.stream().flatMap(report -> report.outcomes().stream()).map(outcome -> outcome.recipient()
                + " " + outcome.state()).toList();
    }

    @Test
    void triesOnlyDeferredRecipientsAgainWithTheSameOctets() throws IOException {
        script(Script.script().on(Stage.RCPT).matching("grey@").inSession(1).reply("450 4.2.0 Greylisted")
                .on(Stage.RCPT).matching("gone@").reply("550 5.1.1 No such user")
                .on(Stage.RCPT).matching("full@").reply("452 4.2.2 Full"));
        send(2, DeliverySettings.DEFAULT, List.of(to("ann@example.org", "grey@example.org", "gone@example.org",
                "full@example.org")));
        assertThat(states()).containsExactly("ann@example.org accepted", "grey@example.org accepted",
                "gone@example.org refused", "full@example.org deferred");
        assertThat(server.messages()).extracting(StoredMessage::recipientAddresses)
                .containsExactly(List.of("ann@example.org"), List.of("grey@example.org"));
        assertThat(server.messages().get(0).bytes()).isEqualTo(server.messages().get(1).bytes());
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).exitCode()).isEqualTo(ExitCode.NOUSER);
        assertThat(reports.get(0).label()).startsWith("ann@example.org");
        assertThat(waits).extracting(Wait::recipient).contains("grey@example.org", "full@example.org");
        assertThat(waits.get(0).words()).isEqualTo("450 4.2.0 Greylisted");
        assertThat(waits.get(0).recipients()).isEqualTo(2);
        assertThat(waits.get(0).time()).hasMinutes(1);
    }

    @Test
    void neverSendsAgainWhatIsUnknown() throws IOException {
        script(Script.script().on(Stage.END_OF_DATA).swallow().close());
        send(3, DeliverySettings.DEFAULT, List.of(to("ann@example.org")));
        assertThat(states()).containsExactly("ann@example.org unknown");
        assertThat(waits).isEmpty();
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void stopsAfterSoManyTriesAndTellsTheLastWords() throws IOException {
        script(Script.script().on(Stage.MAIL).reply("451 4.3.0 Try again"));
        send(2, DeliverySettings.DEFAULT, List.of(to("ann@example.org")));
        assertThat(states()).containsExactly("ann@example.org deferred");
        assertThat(server.sessions()).hasSize(3);
        assertThat(waits).extracting(wait -> wait.round()).containsExactly(1, 2);
        assertThat(reports.get(0).exitCode()).isEqualTo(ExitCode.TEMPFAIL);
    }

    @Test
    void sendsTheRestAtOnceWhenThereWereTooManyRecipients() throws IOException {
        script(Script.script().on(Stage.RCPT).inSession(1).nth(3).reply("452 4.5.3 Too many recipients"));
        send(1, DeliverySettings.DEFAULT, List.of(to("a@example.org", "b@example.org", "c@example.org")));
        assertThat(states()).containsExactly("a@example.org accepted", "b@example.org accepted",
                "c@example.org accepted");
        assertThat(server.messages()).extracting(StoredMessage::recipientAddresses)
                .containsExactly(List.of("a@example.org", "b@example.org"), List.of("c@example.org"));
    }

    @Test
    void leavesAServerInPeaceThatHasNoTimeForAnybodyAndLosesNothing() throws IOException {
        for (LabExtension[] without : new LabExtension[][] {{}, LabExtension.values()}) {
            reports.clear();
            waits.clear();
            lab(settings -> settings.without(without).script(Script.script()
                    .on(Stage.GREETING).inSession(1).reply("421 4.3.2 Busy").close()
                    .on(Stage.GREETING).inSession(2).reply("421 4.3.2 Busy").close()));
            send(3, DeliverySettings.DEFAULT, orders(30));
            assertThat(reports).hasSize(30).allSatisfy(report -> assertThat(report.isComplete()).isTrue());
            assertThat(server.messages()).hasSize(30);
            assertThat(server.sessions()).hasSize(3);
            assertThat(waits).hasSize(2);
            server.close();
        }
    }

    @Test
    void reportsEveryMessageOfABatchWhenTheServerStaysAway() throws IOException {
        script(Script.script().on(Stage.GREETING).reply("421 4.3.2 Busy").close());
        send(2, DeliverySettings.DEFAULT, orders(20));
        assertThat(reports).extracting(DeliveryReport::label).containsExactlyInAnyOrderElementsOf(names(20));
        assertThat(reports).allSatisfy(report -> assertThat(report.exitCode()).isEqualTo(ExitCode.TEMPFAIL));
        assertThat(server.sessions()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void retriesSomeOfABatchOverSeveralConnections() throws IOException {
        script(Script.script().on(Stage.RCPT).nthOverall(5).reply("450 4.2.0 Greylisted")
                .on(Stage.RCPT).nthOverall(17).reply("451 4.3.0 Oops")
                .on(Stage.END_OF_DATA).nthOverall(9).reply("450 4.3.0 Oops"));
        send(2, DeliverySettings.DEFAULT.withParallel(3), orders(60));
        assertThat(reports).extracting(DeliveryReport::label).containsExactlyInAnyOrderElementsOf(names(60));
        assertThat(reports).allSatisfy(report -> assertThat(report.isComplete()).isTrue());
        assertThat(server.messages()).hasSize(60);
    }

    @Test
    void doesNotTryAgainWhatAPersonHasToMend() throws IOException {
        lab(settings -> settings.tls(org.wirepost.lab.LabTls.STARTTLS)
                .auth(org.wirepost.lab.LabAuth.none().withPassword("anna", "right")));
        patient(5).deliverAll(orders(3).iterator(), login(org.wirepost.smtp.TlsMode.REQUIRED, "wrong"),
                DeliverySettings.DEFAULT, () -> DialogueListener.NONE, reports::add);
        assertThat(reports).hasSize(3).allSatisfy(report ->
                assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM));
        assertThat(server.sessions()).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void reportsWhatWasNotSentWhenTheWaitIsBrokenOff() throws IOException {
        script(Script.script().on(Stage.RCPT).matching("1@").reply("450 4.2.0 Greylisted"));
        PatientDeliverer patient = new PatientDeliverer(fixture.preparer(), this::deliverer, EXACT, 3, wait -> false,
                new Random(1), time::get);
        patient.deliverAll(orders(2).iterator(), anonymous(), DeliverySettings.DEFAULT, () -> DialogueListener.NONE,
                reports::add);
        assertThat(states()).containsExactlyInAnyOrder("1@example.org deferred", "2@example.org accepted");
    }

    @Test
    void beginsNothingWhenItWasCancelledBefore() throws IOException {
        script(Script.script());
        PatientDeliverer patient = patient(3);
        patient.cancel();
        patient.deliverAll(orders(2).iterator(), anonymous(), DeliverySettings.DEFAULT, () -> DialogueListener.NONE,
                reports::add);
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void endsABatchAtTheFirstMessageThatIsGivenUp() throws IOException {
        lab(settings -> settings.without(LabExtension.values()).script(Script.script()
                .on(Stage.RCPT).matching("3@").reply("550 5.1.1 No")));
        send(1, DeliverySettings.DEFAULT.withStopOnError(true), orders(9));
        assertThat(reports).extracting(DeliveryReport::label).containsExactly("1", "2", "3");
    }

    @Test
    void passesOnWhatCannotBeSentAtAll() throws IOException {
        script(Script.script());
        Iterator<Job> jobs = Stream.of(to("a@example.org"), new BadOrder("line 2", new DeliveryFailure.BadInput("to",
                "bad", Optional.empty())), new Pause(), new Order(Draft.builder().build()),
                fixtureOrder("b@example.org")).iterator();
        patient(2).deliverAll(jobs, anonymous(), DeliverySettings.DEFAULT, () -> DialogueListener.NONE, reports::add);
        assertThat(reports).extracting(DeliveryReport::exitCode).containsExactlyInAnyOrder(ExitCode.OK,
                ExitCode.DATAERR, ExitCode.DATAERR, ExitCode.OK);
        assertThat(reports.stream().flatMap(report -> report.outcomes().stream()))
                .allMatch(Outcome.Accepted.class::isInstance);
    }

    private PreparedOrder fixtureOrder(String recipient) {
        try {
            return fixture.preparer().prepare(to(recipient));
        } catch (OrderException e) {
            throw new IllegalStateException(e);
        }
    }
}
