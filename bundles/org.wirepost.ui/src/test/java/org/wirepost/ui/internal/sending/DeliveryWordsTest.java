// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.smtp.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.Timings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.sending.Delivery.State;

class DeliveryWordsTest {

    private static final Reply NO_USER = Reply.of(550, "5.1.1 There is no", "5.1.1 such user");
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static DeliveryReport report(Optional<DeliveryFailure> failure, Outcome... outcomes) {
        return new DeliveryReport("", Optional.of("1@lab.example"), 100, List.of(outcomes), failure, DryRun.NONE,
                List.of(), List.of(), Optional.empty(), Timings.NONE);
    }

    private static Outcome accepted(String recipient) {
        return new Outcome.Accepted(recipient, Stage.RESULT, Optional.of(Reply.of(250, "2.0.0 Queued")), "Taken.");
    }

    private static Outcome refused(String recipient) {
        return new Outcome.Refused(recipient, Stage.RCPT, Optional.of(NO_USER), "Refused.");
    }

    private static final Delivery.Hand NOBODY = new Delivery.Hand() {
        @Override
        public void changed(Delivery delivery) {
        }

        @Override
        public void takeBack(Delivery delivery) {
        }

        @Override
        public void stop(Delivery delivery) {
            delivery.course().setCancelled(true);
        }
    };

    private static Delivery delivery() {
        Outgoing letter = new Outgoing("", "Greetings", new Order(Draft.builder().build()), "One", false);
        return new Delivery("1", Optional.of(letter), NOBODY);
    }

    private static QueuedMail mail(Instant created, Optional<Instant> notBefore, Optional<String> held,
            RecipientStatus... recipients) {
        List<RecipientStatus> all = List.of(recipients);
        Envelope envelope = Envelope.of("ann@x.example",
                all.stream().map(RecipientStatus::address).toArray(String[]::new));
        return new QueuedMail("abc", "", "One", "Greetings", Optional.of("1@lab.example"), 100, Path.of("x"), envelope,
                false, created, notBefore, created, Optional.empty(), 1, all, held, false);
    }

    private static RecipientStatus status(RecipientState state, Optional<Instant> next) {
        return new RecipientStatus("a@x.example", state, "Busy.", Optional.of("451 4.7.1 Busy"),
                Optional.of(Instant.now()), next);
    }

    @Test
    void countsEachOutcome() {
        assertThat(DeliveryWords.result(report(Optional.empty(), accepted("a@x.example"), accepted("b@x.example"))))
                .isEqualTo("Accepted for 2 of 2");
        Outcome unknown = new Outcome.Unknown("c@x.example", Stage.RESULT, Optional.empty(), "Lost.");
        assertThat(DeliveryWords.result(report(Optional.empty(), accepted("a@x.example"), refused("b@x.example"),
                unknown))).isEqualTo("Accepted for 1, refused for 1, unknown for 1");
    }

    @Test
    void aLetterThatNeverLeftIsNotSentAndSaysWhyOnce() {
        DeliveryReport report = report(Optional.of(new DeliveryFailure.Configuration("No secret.")));
        assertThat(DeliveryWords.result(report)).isEqualTo("Not sent");
        assertThat(DeliveryWords.failure(report)).contains("No secret.");
        assertThat(DeliveryWords.worst(report)).isEqualTo(ResultGroup.Kind.REFUSED);
        DeliveryReport twice = report(Optional.of(new DeliveryFailure.Cancelled("Cancelled.")),
                new Outcome.Deferred("a@x.example", Stage.MAIL, Optional.empty(), "Cancelled."));
        assertThat(DeliveryWords.failure(twice)).isEmpty();
    }

    @Test
    void aRefusedPasswordIsNotCalledATemporaryTrouble() {
        DeliveryReport report = report(Optional.of(new DeliveryFailure.Session(SmtpException.Kind.AUTH_REFUSED,
                Stage.AUTH, Optional.empty(), true, "Wrong password.")),
                new Outcome.Deferred("a@x.example", Stage.AUTH, Optional.empty(), "Wrong password."));
        assertThat(DeliveryWords.result(report)).isEqualTo(Messages.notSent);
        assertThat(DeliveryWords.worst(report)).isEqualTo(ResultGroup.Kind.REFUSED);
        assertThat(DeliveryWords.group(ResultGroup.of(report).get(0), report)).isEqualTo(Messages.mendFirst);
    }

    @Test
    void recipientsOfWhomTheSameWasSaidStandTogetherAndTheWorstFirst() {
        Outcome[] many = new Outcome[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i == 500 ? refused("r" + i + "@x.example") : accepted("r" + i + "@x.example");
        }
        List<ResultGroup> groups = ResultGroup.of(report(Optional.empty(), many));
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).words()).containsExactly("550-5.1.1 There is no", "550 5.1.1 such user");
        assertThat(groups.get(0).names(3)).isEqualTo("r500@x.example");
        assertThat(groups.get(1).names(2)).isEqualTo("r0@x.example, r1@x.example \u2026 and 997 more");
    }

    @Test
    void theCopyHasEveryRecipientAndEveryWordOfTheServer() {
        Delivery delivery = delivery();
        delivery.course().fail(report(Optional.empty(), accepted("a@x.example"), refused("b@x.example")));
        assertThat(DeliveryWords.all(delivery)).contains("Greetings", "through One", "Message-ID: <1@lab.example>",
                "a@x.example", "250 2.0.0 Queued", "b@x.example", "550-5.1.1 There is no\n", "550 5.1.1 such user\n");
    }

    @Test
    void saysHowFarItIs() {
        Delivery delivery = delivery();
        List<String> said = new ArrayList<>(List.of(DeliveryWords.state(delivery)));
        QueuedMail mail = mail(Instant.now(), Optional.empty(), Optional.empty(),
                status(RecipientState.QUEUED, Optional.empty()));
        delivery.course().began(mail);
        delivery.course().atServer();
        said.add(DeliveryWords.state(delivery));
        delivery.course().progress(420_000, 1_000_000);
        said.add(DeliveryWords.state(delivery));
        delivery.course().progress(1_000_000, 1_000_000);
        said.add(DeliveryWords.state(delivery));
        delivery.cancel();
        said.add(DeliveryWords.state(delivery));
        assertThat(said).containsExactly(Messages.preparing, Messages.introducing,
                Messages.bind(Messages.sendingShare, 42, "1.0 MB"), Messages.finalReply, Messages.cancelling);
    }

    @Test
    void anAccountThatCannotBeUsedHoldsWhatIsDueAndAPauseIsALaterTime() {
        Delivery delivery = delivery();
        delivery.course().stored(mail(Instant.now(), Optional.empty(), Optional.empty(),
                status(RecipientState.QUEUED, Optional.empty())), 0);
        delivery.course().block(Optional.of("No secret."), Optional.empty());
        assertThat(delivery.state()).isEqualTo(State.HELD);
        assertThat(DeliveryWords.blocked(delivery)).contains("No secret.");
        Instant until = Instant.now().plusSeconds(300);
        delivery.course().block(Optional.empty(), Optional.of(new AccountPause(until, 1, "Too busy.")));
        assertThat(delivery.state()).isEqualTo(State.DEFERRED);
        assertThat(delivery.nextTry()).contains(until);
    }

    @Test
    void wordsOfTheServerComeBackFromTheStore() {
        Delivery delivery = new Delivery("1", Optional.empty(), NOBODY);
        delivery.course().stored(mail(Instant.now(), Optional.empty(), Optional.empty(),
                status(RecipientState.DEFERRED, Optional.of(Instant.now().plusSeconds(600)))), 0);
        assertThat(ResultGroup.of(delivery.report().orElseThrow()).get(0).words()).containsExactly("451 4.7.1 Busy");
        assertThat(DeliveryWords.state(delivery)).startsWith("Not now for 1; tried again ").contains("(in 10 min)");
    }

    @Test
    void offersTheUsualTimesThatAreStillToCome() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant morning = ZonedDateTime.of(2026, 11, 24, 9, 30, 0, 0, zone).toInstant();
        assertThat(SendTimes.choices(morning, zone)).extracting(choice -> choice.time().atZone(zone).toString())
                .containsExactly("2026-11-24T10:30+01:00[Europe/Berlin]", "2026-11-24T18:00+01:00[Europe/Berlin]",
                        "2026-11-25T08:00+01:00[Europe/Berlin]");
        Instant night = ZonedDateTime.of(2026, 11, 24, 21, 0, 0, 0, zone).toInstant();
        assertThat(SendTimes.choices(night, zone)).hasSize(2);
    }

    @Test
    void writesFiguresAsPeopleDo() {
        assertThat(List.of(Figures.size(0), Figures.size(999), Figures.size(1500), Figures.size(999_700),
                Figures.size(24_000_000))).containsExactly("0 B", "999 B", "1.5 kB", "1.0 MB", "24 MB");
        Locale.setDefault(Locale.GERMANY);
        assertThat(Figures.size(1500)).isEqualTo("1,5 kB");
        assertThat(Figures.time(Duration.ofMillis(10))).startsWith("1 ");
        assertThat(Figures.time(Duration.ofSeconds(600))).startsWith("10 ");
        assertThat(Figures.time(Duration.ofSeconds(7300))).startsWith("2 ");
    }
}
