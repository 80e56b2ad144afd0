// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.StoredMessage;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/** Single deliveries to the lab server. */
@Timeout(60)
class LabDeliveryTest extends LabRoom {

    @Test
    void sendsToToCcAndBccAndNeverShowsBcc() throws Exception {
        lab(settings -> settings);
        Draft draft = Fixture.letter("bob@example.org").cc(List.of(Fixture.mailbox("carl@example.org")))
                .bcc(List.of(Fixture.mailbox("eve@example.org"))).subject("Gr\u00fc\u00dfe \u2709").build();
        DeliveryReport report = deliver(draft);
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(report.outcomes()).hasSize(3).allSatisfy(outcome ->
                assertThat(outcome).isInstanceOf(Outcome.Accepted.class));
        StoredMessage message = server.awaitMessage(Duration.ofSeconds(5));
        assertThat(message.recipientAddresses())
                .containsExactly("bob@example.org", "carl@example.org", "eve@example.org");
        assertThat(message.sender()).isEqualTo("anna@example.org");
        assertThat(message.text()).doesNotContain("eve").contains("\r\n.\r\n").contains("=?UTF-8?");
        assertThat(message.octets()).isEqualTo(report.size());
        assertThat(message.text()).contains("<" + report.messageId().orElseThrow() + ">");
        assertThat(message.deviations()).isEmpty();
    }

    @Test
    void reportsServerTlsMechanismAndTimings() throws Exception {
        lab(settings -> settings.tls(LabTls.STARTTLS).account("anna", "correct horse").authRequired());
        DeliveryReport report = deliver(new Order(Fixture.letter("bob@example.org").build()),
                login(TlsMode.REQUIRED, "correct horse"));
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        ServerFacts facts = report.server().orElseThrow();
        assertThat(facts.host()).isEqualTo("localhost");
        assertThat(facts.port()).isEqualTo(server.port());
        assertThat(facts.tlsVersion()).contains("TLSv1.3");
        assertThat(facts.cipher()).isPresent();
        assertThat(facts.mechanism()).contains("SCRAM-SHA-256");
        assertThat(report.timings().stages()).containsKeys(Stage.CONNECT, Stage.TLS, Stage.AUTH, Stage.MAIL);
        assertThat(report.timings().stages().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThanOrEqualTo(report.timings().total());
    }

    @Test
    void reportsRefusedCredentialsWithoutShowingThem() throws Exception {
        lab(settings -> settings.tls(LabTls.STARTTLS).account("anna", "correct horse").authRequired());
        DeliveryReport report = deliver(new Order(Fixture.letter("bob@example.org").build()),
                login(TlsMode.REQUIRED, "wrong horse"));
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM);
        assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        assertThat(report.failure()).containsInstanceOf(DeliveryFailure.Session.class);
        assertThat(report.toString() + events).doesNotContain("wrong horse");
    }

    @Test
    void sendsToTheOthersWhenOneRecipientIsRefused() throws Exception {
        lab(settings -> settings);
        DeliveryReport report =
                deliver(Fixture.letter("bob@example.org", "reject5@example.org", "defer4@example.org").build());
        assertThat(report.outcomes()).satisfiesExactly(
                first -> assertThat(first).isInstanceOf(Outcome.Accepted.class),
                second -> {
                    assertThat(second).isInstanceOf(Outcome.Refused.class);
                    assertThat(second.reply().orElseThrow().code()).isEqualTo(550);
                },
                third -> assertThat(third).isInstanceOf(Outcome.Deferred.class));
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOUSER);
        assertThat(report.isSentToSomeone()).isTrue();
        assertThat(server.awaitMessage(Duration.ofSeconds(5)).recipientAddresses()).containsExactly("bob@example.org");
    }

    @Test
    void sendsToNobodyWhenOneRecipientIsRefusedAndAllAreWanted() throws Exception {
        lab(settings -> settings);
        Order order = new Order(Fixture.letter("bob@example.org", "reject5@example.org").build(),
                EnvelopeOptions.DEFAULT.withAllOrNone(true), "");
        DeliveryReport report = deliver(order, anonymous());
        assertThat(report.outcomes()).noneMatch(Outcome.Accepted.class::isInstance);
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOUSER);
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void doesNotKnowWhatBecameOfAMessageWhoseFinalReplyIsLost() throws Exception {
        lab(settings -> settings.script(Script.script().on(org.wirepost.lab.Stage.END_OF_DATA).swallow().close()));
        DeliveryReport report = deliver(Fixture.letter("bob@example.org").build());
        assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Unknown.class);
        assertThat(report.exitCode()).isEqualTo(ExitCode.IOERR);
    }

    @Test
    void countsAnAcceptedMessageAsSentEvenIfQuitFails() throws Exception {
        lab(settings -> settings.script(Script.script().on(org.wirepost.lab.Stage.QUIT).reset()));
        assertThat(deliver(Fixture.letter("bob@example.org").build()).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void leavesAttachmentsUnencodedWhereTheServerTakesThat() throws Exception {
        lab(settings -> settings);
        byte[] noise = noise(100_000);
        Draft draft = Fixture.letter("bob@example.org")
                .attach(DraftAttachment.of(Files.write(folder.resolve("noise.bin"), noise))).build();
        assertThat(deliver(draft).exitCode()).isEqualTo(ExitCode.OK);
        StoredMessage message = server.awaitMessage(Duration.ofSeconds(5));
        assertThat(message.body()).isEqualTo(BodyKind.BINARY_MIME);
        assertThat(message.text()).contains(new String(noise, StandardCharsets.ISO_8859_1));
        DeliveryReport plain = deliver(new Order(draft),
                ServerLogin.anonymous(anonymous().connection().without(Set.of("BINARYMIME"))));
        assertThat(plain.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.awaitMessage(Duration.ofSeconds(5)).text()).contains("base64");
    }

    @Test
    void namesSizeLimitAndLargestAttachmentOfAMessageThatIsTooLarge() throws Exception {
        lab(settings -> settings.limits(limits -> limits.withMessageOctets(50_000)));
        Draft draft = Fixture.letter("bob@example.org")
                .attach(DraftAttachment.of(Files.write(folder.resolve("small.bin"), noise(5_000))))
                .attach(DraftAttachment.of(Files.write(folder.resolve("large.bin"), noise(70_000)))).build();
        DeliveryReport report = deliver(draft);
        assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(report.failure().orElseThrow().sentence()).contains(report.size() + " octets")
                .contains("50000 octets").contains("large.bin").contains("70.0 kB");
        assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(outcome.reason()).contains("large.bin");
        });
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void refusesInWordsWhatNeedsSmtputf8WhereItIsNotOffered() throws Exception {
        lab(settings -> settings.without(LabExtension.SMTPUTF8));
        DeliveryReport report = deliver(Fixture.letter("bob@example.org")
                .cc(List.of(new Mailbox("m\u00fcller", "example.org"))).build());
        assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(report.failure().orElseThrow().sentence()).contains("m\u00fcller@example.org").contains("SMTPUTF8");
        assertThat(report.outcomes()).hasSize(2).allMatch(Outcome.Refused.class::isInstance);
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void refusesOnlyTheBlindCopyThatTheServerCannotName() throws Exception {
        lab(settings -> settings.without(LabExtension.SMTPUTF8));
        DeliveryReport report = deliver(Fixture.letter("bob@example.org")
                .bcc(List.of(new Mailbox("m\u00fcller", "example.org"))).build());
        assertThat(report.outcomes().get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(server.messageCount()).isEqualTo(1);
    }

    @Test
    void usesSmtputf8WhereItIsOffered() throws Exception {
        lab(settings -> settings);
        DeliveryReport report = deliver(Fixture.letter("bob@example.org")
                .cc(List.of(new Mailbox("m\u00fcller", "example.org"))).build());
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.awaitMessage(Duration.ofSeconds(5)).senderParameters()).containsKey("SMTPUTF8");
    }

    @Test
    void asksForNotifications() throws Exception {
        lab(settings -> settings);
        EnvelopeOptions options = new EnvelopeOptions(Optional.empty(), List.of(),
                Set.of(Dsn.Notify.SUCCESS, Dsn.Notify.FAILURE), Optional.of(Dsn.Return.HDRS), Optional.of("id+1"),
                false);
        assertThat(deliver(new Order(Fixture.letter("bob@example.org").build(), options, ""), anonymous()).exitCode())
                .isEqualTo(ExitCode.OK);
        StoredMessage message = server.awaitMessage(Duration.ofSeconds(5));
        assertThat(message.senderParameters()).containsEntry("RET", "HDRS").containsEntry("ENVID", "id+2B1");
        assertThat(message.recipients().get(0).parameters()).containsEntry("NOTIFY", "SUCCESS,FAILURE")
                .containsEntry("ORCPT", "rfc822;bob@example.org");
    }

    @Test
    void noticesAFileThatChangesBetweenPlanningAndSending() throws Exception {
        lab(settings -> settings);
        Path file = Files.write(folder.resolve("data.bin"), noise(10_000));
        try (PreparedOrder prepared = fixture.preparer().prepare(new Order(Fixture.letter("bob@example.org")
                .attach(DraftAttachment.of(file)).build()))) {
            DialogueListener changing = event -> {
                if (event instanceof DialogueEvent.CapabilitiesLearned) {
                    changeAfterPlanning(prepared, file);
                }
            };
            DeliveryReport report = deliverer().deliver(prepared, anonymous(), DeliverySettings.DEFAULT, changing);
            assertThat(report.failure().orElseThrow()).isInstanceOf(DeliveryFailure.ContentChanged.class);
            assertThat(report.failure().get().sentence()).contains("data.bin");
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
            assertThat(report.exitCode()).isEqualTo(ExitCode.NOINPUT);
            assertThat(server.messageCount()).isZero();
        }
    }

    /** Plans as the delivery is about to do, so that the plan is older than the change. */
    private static void changeAfterPlanning(PreparedOrder prepared, Path file) {
        try {
            prepared.plan(new Limits(true, true, true));
            Files.write(file, noise(9_000));
        } catch (OrderException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesAFileThatEndsEarlyWhileItIsSentAndDeliversNothing() throws Exception {
        lab(settings -> settings.without(LabExtension.CHUNKING));
        DeliveryReport report = deliver(Fixture.letter("bob@example.org")
                .attach(new DraftAttachment(new ShrinkingSource(400_000), false, Map.of())).build());
        assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(report.failure().orElseThrow().sentence()).contains("shrinking.bin");
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void asksAboutRecipientsWithoutSending() throws Exception {
        lab(settings -> settings);
        try (PreparedOrder prepared = fixture.preparer()
                .prepare(new Order(Fixture.letter("bob@example.org", "reject5@example.org").build()))) {
            DeliveryReport report = deliverer().deliver(prepared, anonymous(),
                    DeliverySettings.DEFAULT.withDryRun(DryRun.RCPT), events::add);
            assertThat(report.outcomes().get(0)).isInstanceOf(Outcome.Accepted.class);
            assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
            assertThat(report.exitCode()).isEqualTo(ExitCode.NOUSER);
            assertThat(report.isSentToSomeone()).isFalse();
            assertThat(report.size()).isPositive();
        }
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            DeliveryReport report = deliver(new Order(Fixture.letter("bob@example.org").build()), ServerLogin
                    .anonymous(ConnectionSettings.of("127.0.0.1", bound.getLocalPort(), TlsMode.NONE)));
            assertThat(report.exitCode()).isEqualTo(ExitCode.TEMPFAIL);
            assertThat(report.failure().orElseThrow()).isInstanceOfSatisfying(DeliveryFailure.Session.class,
                    failure -> assertThat(failure.cause()).isEqualTo(SmtpException.Kind.CONNECT));
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Deferred.class);
        }
    }

    @Test
    void refusesToGoOnWithoutTlsWhereItIsRequired() throws Exception {
        lab(settings -> settings);
        DeliveryReport report = deliver(new Order(Fixture.letter("bob@example.org").build()),
                ServerLogin.anonymous(ConnectionSettings.of("localhost", server.port(), TlsMode.REQUIRED)));
        assertThat(report.exitCode()).isEqualTo(ExitCode.CONFIG);
    }

    @Test
    void defersAMessageThatIsCancelledBeforeItsEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        lab(settings -> settings.without(LabExtension.PIPELINING, LabExtension.CHUNKING)
                .script(Script.script().on(org.wirepost.lab.Stage.RCPT).stall()));
        Outcome outcome = cancelledAfter(asked::await, event -> {
            if (event.stage() == Stage.RCPT) {
                asked.countDown();
            }
        });
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void neverCallsAMessageCancelledThatMayHaveBeenTaken() throws Exception {
        lab(settings -> settings.script(Script.script().on(org.wirepost.lab.Stage.END_OF_DATA).swallow().stall()));
        Outcome outcome = cancelledAfter(() -> server.awaitMessage(Duration.ofSeconds(10)), DialogueListener.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    }

    private Outcome cancelledAfter(ThrowingCallable moment, DialogueListener listener) throws Exception {
        Deliverer deliverer = deliverer();
        try (PreparedOrder prepared = fixture.preparer()
                .prepare(new Order(Fixture.letter("bob@example.org").build()))) {
            Future<DeliveryReport> report = threads.submit(() -> deliverer.deliver(prepared, anonymous(),
                    DeliverySettings.DEFAULT, listener));
            assertThatCode(moment).doesNotThrowAnyException();
            deliverer.cancel();
            assertThat(report.get(10, TimeUnit.SECONDS).failure().orElseThrow().kind()).isEqualTo("cancelled");
            return report.get().outcomes().get(0);
        }
    }

    @Test
    void tellsPluginsOfEverySession() throws Exception {
        lab(settings -> settings);
        Deliverer deliverer = new Deliverer(fixture.preparer(), threads,
                new Extensions(() -> List.of(events::add), List::of));
        try (PreparedOrder prepared = fixture.preparer().prepare(new Order(Fixture.letter("b@x.org").build()))) {
            deliverer.deliver(prepared, anonymous(), DeliverySettings.DEFAULT, DialogueListener.NONE);
        }
        assertThat(events).hasAtLeastOneElementOfType(DialogueEvent.SessionStarted.class)
                .hasAtLeastOneElementOfType(DialogueEvent.ContentSent.class)
                .hasAtLeastOneElementOfType(DialogueEvent.Decided.class);
    }

    @Test
    void sendsAMessageFileAsItIsToThoseInItsHeader() throws Exception {
        lab(settings -> settings);
        Path eml = Files.writeString(folder.resolve("letter.eml"), "From: Anna <anna@example.org>\n"
                + "To: bob@example.org\nBcc: eve@example.org\nSubject: As it is\nX-Odd:   kept\n\nHello\n.\n",
                StandardCharsets.US_ASCII);
        DeliveryReport report = deliver(Draft.ofEml(Source.of(eml)));
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(report.findings()).extracting(finding -> finding.code()).containsExactly("eml.bcc-removed");
        StoredMessage message = server.awaitMessage(Duration.ofSeconds(5));
        assertThat(message.recipientAddresses()).containsExactly("bob@example.org", "eve@example.org");
        assertThat(message.text()).isEqualTo("From: Anna <anna@example.org>\r\nTo: bob@example.org\r\n"
                + "Subject: As it is\r\nX-Odd:   kept\r\n\r\nHello\r\n.\r\n");
    }

    @Test
    void sendsAMessageFileToThoseNamedBesideItWhateverItsHeaderSays() throws Exception {
        lab(settings -> settings);
        Path eml = Files.writeString(folder.resolve("letter.eml"),
                "From: nobody@@nowhere\nTo: ,,,\n\nHello\n", StandardCharsets.US_ASCII);
        EnvelopeOptions options =
                EnvelopeOptions.DEFAULT.withFrom("anna@example.org").withTo(List.of("bob@example.org"));
        DeliveryReport report = deliver(new Order(Draft.ofEml(Source.of(eml)), options, ""), anonymous());
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.awaitMessage(Duration.ofSeconds(5)).text()).startsWith("From: nobody@@nowhere\r\n");
    }

    @Test
    void sendsTheSameBytesForTheSameSeed() throws Exception {
        lab(settings -> settings);
        Draft draft = Fixture.letter("bob@example.org").html("<p>x</p>").build();
        deliver(draft);
        deliver(draft);
        assertThat(server.awaitMessage(Duration.ofSeconds(5)).text())
                .isEqualTo(server.awaitMessage(Duration.ofSeconds(5)).text());
    }
}
