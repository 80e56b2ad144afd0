// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.lab.Dialogue;
import org.wirepost.lab.DialogueServer;
import org.wirepost.lab.ReplyStyle;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/** Dialogues word by word, each of which the server checks to the letter. */
class DialogueTest {

    private final Recorder recorder = new Recorder();

    private static Dialogue greeted(String... capabilities) {
        String[] lines = new String[capabilities.length + 1];
        lines[0] = (capabilities.length == 0 ? "250 " : "250-") + "server.example";
        for (int i = 0; i < capabilities.length; i++) {
            lines[i + 1] = (i == capabilities.length - 1 ? "250 " : "250-") + capabilities[i];
        }
        return Dialogue.script().send("220 server.example ESMTP").expect("EHLO me.example").send(lines);
    }

    private interface Session {
        void use(SmtpConnection connection) throws SmtpException;
    }

    private void with(Dialogue dialogue, Session session) throws IOException {
        try (DialogueServer server = dialogue.start(Peer.CERTIFICATE)) {
            use(server, Peer.plain(server), session);
        }
    }

    private void use(DialogueServer server, ConnectionSettings settings, Session session) throws SmtpException {
        try (SmtpConnection connection = new SmtpConnection(settings, recorder)) {
            connection.connect();
            session.use(connection);
        }
        server.verify();
    }

    private SmtpException failure(Dialogue dialogue, TlsMode mode) throws IOException {
        try (DialogueServer server = dialogue.start(Peer.CERTIFICATE);
                SmtpConnection connection = new SmtpConnection(Peer.settings(server.port(), mode), recorder)) {
            SmtpException failure = org.assertj.core.api.Assertions.catchThrowableOfType(SmtpException.class,
                    connection::connect);
            assertThat(connection.isOpen()).isFalse();
            server.verify();
            return failure;
        }
    }

    @ParameterizedTest
    @EnumSource(ReplyStyle.class)
    void sendsInLockstepHoweverTheRepliesArrive(ReplyStyle style) throws IOException {
        with(greeted("SIZE 1000", "8BITMIME").replyStyle(style)
                .expect("MAIL FROM:<a@example.org> SIZE=" + Peer.LETTER.length()).send("250 ok")
                .expect("RCPT TO:<b@example.org>").send("250-2.1.5 first", "250 2.1.5 second")
                .expect("RCPT TO:<c@example.org>").send("550 5.1.1 no such user")
                .expect("DATA").send("354 go")
                .expectBytes((Peer.LETTER.replace("\r\n.\r\n", "\r\n..\r\n") + ".\r\n").getBytes())
                .send("250 2.0.0 queued as 42").expect("QUIT").send("221 bye"), connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org", "c@example.org"));
                    assertThat(result.outcomes().get(0)).isInstanceOf(Outcome.Accepted.class);
                    assertThat(result.outcomes().get(1)).isInstanceOfSatisfying(Outcome.Refused.class,
                            refused -> assertThat(refused.stage()).isEqualTo(Stage.RCPT));
                    assertThat(result.failure()).isEmpty();
                    connection.quit();
                });
    }

    @ParameterizedTest
    @EnumSource(ReplyStyle.class)
    void sendsAGroupAndChecksEveryReply(ReplyStyle style) throws IOException {
        with(greeted("PIPELINING").replyStyle(style).expect("MAIL FROM:<a@example.org>")
                .expect("RCPT TO:<b@example.org>").expect("RCPT TO:<c@example.org>").expect("DATA")
                .send("250 ok", "451 4.3.0 later", "250 ok", "354 go").expectAnyContent().send("250 queued"),
                connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org", "c@example.org"));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred", "accepted");
                });
    }

    @Test
    void answersA354ThatNobodyWantsByALoneDot() throws IOException {
        with(greeted("PIPELINING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>").expect("DATA")
                .send("250 ok", "550 no", "354 go").expect(".").send("554 no valid recipients")
                .expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<x@example.org>").expect("DATA")
                .send("250 ok", "250 ok", "354 go").expectAnyContent().send("250 queued"), connection -> {
                    assertThat(connection.send(Peer.letter("b@example.org")).outcomes()).extracting(Outcome::state)
                            .containsExactly("refused");
                    assertThat(connection.send(Peer.letter("x@example.org")).isComplete()).isTrue();
                });
    }

    @Test
    void resetsATransactionThatIsLeftOpen() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("550 no").expect("RSET").send("250 ok").expect("MAIL FROM:<a@example.org>").send("550 not you")
                .expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>").send("250 ok")
                .expect("DATA").send("451 later").expect("RSET").send("250 ok").expect("NOOP").send("250 ok"),
                connection -> {
                    assertThat(connection.send(Peer.letter("b@example.org")).outcomes()).extracting(Outcome::stage)
                            .containsExactly(Stage.RCPT);
                    assertThat(connection.send(Peer.letter("b@example.org")).outcomes()).extracting(Outcome::stage)
                            .containsExactly(Stage.MAIL);
                    assertThat(connection.send(Peer.letter("b@example.org")).outcomes()).extracting(Outcome::state)
                            .containsExactly("deferred");
                    connection.reset();
                    connection.noop();
                });
    }

    @Test
    void putsTheNextMessageBehindTheDotOfTheLast() throws IOException {
        String stuffed = Peer.LETTER.replace("\r\n.\r\n", "\r\n..\r\n") + ".\r\n";
        List<TransactionResult> results = new ArrayList<>();
        with(greeted("PIPELINING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>").expect("DATA")
                .send("250 ok", "250 ok", "354 go").expectBytes(stuffed.getBytes())
                .expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<c@example.org>").expect("DATA")
                .send("452 full", "250 ok", "250 ok", "354 go").expectBytes(stuffed.getBytes()).send("250 queued"),
                connection -> connection.sendAll(
                        List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org")).iterator(), results::add));

        assertThat(results).extracting(result -> result.outcomes().get(0).state())
                .containsExactly("deferred", "accepted");
    }

    @Test
    void sendsWholeMessagesInFlightByChunks() throws IOException {
        String bdat = "BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER;
        List<TransactionResult> results = new ArrayList<>();
        with(greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expectBytes(bdat.getBytes()).expect("RSET").expect("MAIL FROM:<a@example.org>")
                .expect("RCPT TO:<c@example.org>").expectBytes(bdat.getBytes())
                .send("250 ok", "550 no", "503 no recipients", "250 reset", "250 ok", "250 ok", "250 queued"),
                connection -> connection.sendAll(
                        List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org")).iterator(), results::add));

        assertThat(results).extracting(result -> result.outcomes().get(0).state())
                .containsExactly("refused", "accepted");
    }

    @Test
    void stopsAMessageThatWantsAllOrNone() throws IOException {
        with(greeted("PIPELINING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expect("RCPT TO:<c@example.org>").send("250 ok", "250 ok", "550 no").expect("RSET").send("250 ok"),
                connection -> {
                    Submission letter = Peer.letter("b@example.org", "c@example.org");
                    TransactionResult result = connection.send(new Submission(letter.envelope(), letter.content(),
                            true));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred", "refused");
                    connection.reset();
                });
    }

    @Test
    void asksAboutRecipientsWithoutSending() throws IOException {
        with(greeted("PIPELINING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expect("RCPT TO:<c@example.org>").send("250 ok", "250 ok", "550 no").expect("RSET").send("250 ok"),
                connection -> assertThat(connection.probe(
                        Envelope.of("a@example.org", "b@example.org", "c@example.org"))
                        .outcomes()).extracting(Outcome::state).containsExactly("accepted", "refused"));
    }

    @Test
    void fallsBackToHeloOnlyWhenEhloIsUnknown() throws IOException {
        with(Dialogue.script().send("220 old").expect("EHLO me.example").send("502 unknown").expect("HELO me.example")
                .send("250 old.example").expect("MAIL FROM:<a@example.org>").send("250 ok")
                .expect("RCPT TO:<b@example.org>").send("250 ok").expect("DATA").send("354 go").expectAnyContent()
                .send("250 ok"), connection -> {
                    assertThat(connection.capabilities().keywords()).isEmpty();
                    assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
                });
        assertThat(recorder.deviations()).containsExactly("no-ehlo");
    }

    @ParameterizedTest
    @CsvSource({"501 bad name, NONE", "550 go away, NONE", "421 too busy, NONE", "502 unknown, REQUIRED"})
    void doesNotFallBackToHeloOtherwise(String reply, TlsMode mode) throws IOException {
        SmtpException failure = failure(Dialogue.script().send("220 hi").expect("EHLO me.example").send(reply)
                .expectClose(), mode);

        assertThat(failure.kind()).isEqualTo(Kind.REPLY);
        assertThat(failure.stage()).isEqualTo(Stage.EHLO);
    }

    @ParameterizedTest
    @CsvSource({"554 no service, true", "421 later, false", "450 greylisted, false"})
    void understandsAGreetingThatSendsItAway(String greeting, boolean permanent) throws IOException {
        SmtpException failure = failure(Dialogue.script().send(greeting).expectClose(), TlsMode.NONE);

        assertThat(failure.kind()).isEqualTo(Kind.REPLY);
        assertThat(failure.isPermanent()).isEqualTo(permanent);
        assertThat(failure).hasMessageContaining(greeting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 hi", "354 hi", "SSH-2.0-OpenSSH_9.2", "HTTP/1.1 400 Bad Request", "220-a\r\n221 b"})
    void refusesAGreetingThatIsNone(String greeting) throws IOException {
        assertThat(failure(Dialogue.script().send(greeting).expectClose(), TlsMode.NONE).kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void refusesAServerThatTalksBeforeItIsAsked() throws IOException {
        SmtpException failure = failure(Dialogue.script().send("220 hi", "250 already here").expectClose(),
                TlsMode.NONE);

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("without being asked");
    }

    @Test
    void doesNotBelieveAPremature250() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok").expect("DATA").send("354 go", "250 queued, honestly").expectClose(), connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org"));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
                    assertThat(result.failure().orElseThrow().kind()).isEqualTo(Kind.PROTOCOL);
                    assertThat(connection.isOpen()).isFalse();
                });
    }

    @Test
    void takesAnEarlyRefusalForWhatItIs() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok").expect("DATA").send("354 go", "554 5.3.4 too big").expectClose(), connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org"));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("refused");
                    assertThat(result.outcomes().get(0).reason()).contains("554 5.3.4 too big");
                });
    }

    @Test
    void takes421AtAnyMomentAsGoodbye() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("421 4.3.2 shutting down").expectClose(),
                connection -> {
            TransactionResult result = connection.send(Peer.letter("b@example.org"));
            assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
            assertThat(connection.isOpen()).isFalse();
            connection.quit();
        });
    }

    @Test
    void noticesA421ThatCameWhileIdle() throws IOException {
        Dialogue idle = Dialogue.script().send("220 hi").expect("EHLO me.example")
                .send("250 hi", "421 4.4.2 idle too long");
        with(idle, connection -> {
            List<TransactionResult> results = new ArrayList<>();
            connection.sendAll(List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org")).iterator(),
                    results::add);
            assertThat(results).hasSize(1);
            assertThat(results.get(0).outcomes().get(0).reason()).contains("421 4.4.2 idle");
        });
    }

    @Test
    void everyMessageInFlightIsDeferredBy421() throws IOException {
        byte[] bdat = ("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes();
        List<TransactionResult> results = new ArrayList<>();
        with(greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expectBytes(bdat).expect("RSET").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<c@example.org>")
                .expectBytes(bdat).expect("RSET").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<d@example.org>")
                .expectBytes(bdat).send("250 ok", "250 ok", "250 queued", "421 enough").expectClose(),
                connection -> connection.sendAll(List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org"),
                        Peer.letter("d@example.org")).iterator(), results::add));

        assertThat(results).extracting(result -> result.outcomes().get(0).state())
                .containsExactly("accepted", "deferred", "deferred");
    }

    @Test
    void hearsOutAServerThatSaid421OnlyAsLongAsQuitWouldBeWaitedFor() throws IOException {
        List<String> many = new ArrayList<>();
        Dialogue slow = greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>");
        for (int i = 0; i < 60; i++) {
            many.add("b" + i + "@example.org");
            slow = slow.expect("RCPT TO:<b" + i + "@example.org>");
        }
        slow = slow.expectBytes(("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes())
                .send("421 4.3.2 bye");
        for (int i = 0; i < 60; i++) {
            slow = slow.delay(Duration.ofMillis(200)).send("250 ok");
        }
        Duration ample = Duration.ofSeconds(20);
        Timeouts timeouts = new Timeouts(ample, ample, ample, ample, ample, ample, Duration.ofMillis(300));
        try (DialogueServer server = slow.start(Peer.CERTIFICATE);
                SmtpConnection connection = new SmtpConnection(Peer.plain(server).withTimeouts(timeouts), recorder)) {
            connection.connect();
            long start = System.nanoTime();
            TransactionResult result = connection.send(new Submission(Envelope.of("a@example.org",
                    many.toArray(String[]::new)), Peer.content(Peer.LETTER)));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(result.outcomes()).extracting(Outcome::state).containsOnly("deferred");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"250-ok\r\n550 no", "garbage", "250_ok", "354 ok"})
    void neverClaimsMoreThanIsKnownAfterTheDot(String answer) throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok")
                .expect("DATA").send("354 go").expectAnyContent().send(answer).expectClose(), connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org"));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("unknown");
                    assertThat(result.failure().orElseThrow().kind()).isEqualTo(Kind.PROTOCOL);
                });
    }

    @Test
    void doesNotBelieveTheFirstOfTwoAnswersToAMessage() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok")
                .expect("DATA").send("354 go").expectAnyContent().send("250 queued", "554 or not").expectClose(),
                connection -> assertThat(connection.send(Peer.letter("b@example.org")).outcomes())
                        .extracting(Outcome::state).containsExactly("unknown"));
    }

    @Test
    void takesNoRefusedResetForAnswered() throws IOException {
        with(greeted("PIPELINING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>").expect("DATA")
                .send("250 ok", "250 ok", "451 no").expect("RSET").expect("MAIL FROM:<a@example.org>")
                .expect("RCPT TO:<c@example.org>").expect("DATA").send("500 what?", "503 nested", "250 ok", "354 go")
                .expectClose(), connection -> {
                    connection.send(Peer.letter("b@example.org"));
                    assertThat(connection.send(Peer.letter("c@example.org")).outcomes()).extracting(Outcome::state)
                            .containsExactly("deferred");
                });
    }

    @Test
    void sendsNothingWhenDataIsAnsweredBy250() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok")
                .expect("DATA").send("250 go").expectClose(), connection -> {
                    TransactionResult result = connection.send(Peer.letter("b@example.org"));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
                    assertThat(result.failure().orElseThrow().kind()).isEqualTo(Kind.PROTOCOL);
                    assertThat(connection.isOpen()).isFalse();
                });
    }

    @Test
    void doubtsAMessageWhoseRefusalComesOneReplyLate() throws IOException {
        byte[] bdat = ("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes();
        List<TransactionResult> results = new ArrayList<>();
        with(greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expectBytes(bdat).expect("RSET").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<c@example.org>")
                .expectBytes(bdat).send("250 ok", "250 too many", "250 ok", "554 no").expectClose(),
                connection -> connection.sendAll(List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org"))
                        .iterator(), results::add));

        assertThat(results).extracting(result -> result.outcomes().get(0).state())
                .containsExactly("unknown", "unknown");
        assertThat(results.get(0).failure().orElseThrow().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what", "502 not implemented", "421 bye"})
    void aRefusedResetTakesNothingBack(String answer) throws IOException {
        byte[] bdat = ("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes();
        List<TransactionResult> results = new ArrayList<>();
        with(greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expectBytes(bdat).expect("RSET").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<c@example.org>")
                .expectBytes(bdat).send("250 ok", "250 ok", "250 queued", answer).close(),
                connection -> connection.sendAll(List.of(Peer.letter("b@example.org"), Peer.letter("c@example.org"))
                        .iterator(), results::add));

        assertThat(results.get(0).outcomes()).extracting(Outcome::state).containsExactly("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 2.1.0 sender ok", "250 2.1.5 recipient ok"})
    void doubtsAMessageThatIsAnsweredAsARecipientIs(String answer) throws IOException {
        byte[] bdat = ("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes();
        with(greeted("PIPELINING", "CHUNKING", "ENHANCEDSTATUSCODES").expect("MAIL FROM:<a@example.org>")
                .expect("RCPT TO:<b@example.org>").expectBytes(bdat)
                .send("250 2.1.0 ok", "250 2.1.0 ok", answer).expectClose(),
                connection -> assertThat(connection.send(Peer.letter("b@example.org")).outcomes())
                        .extracting(Outcome::state).containsExactly("unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 ok", "250 2.0.0 Ok: queued", "250 2.5.0 Ok.", "250 2.6.0 Queued mail for delivery"})
    void believesWhatServersSayToAMessage(String answer) throws IOException {
        byte[] bdat = ("BDAT " + Peer.LETTER.length() + " LAST\r\n" + Peer.LETTER).getBytes();
        with(greeted("PIPELINING", "CHUNKING").expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<b@example.org>")
                .expectBytes(bdat).send("250 2.1.0 ok", "250 2.1.5 ok", answer),
                connection -> assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue());
    }

    @Test
    void toleratesWhatDoesNoHarm() throws IOException {
        with(Dialogue.script().send("", "220 hi").expect("EHLO me.example")
                .sendBytes("250-server\n250-size\n250 auth=PLAIN\n".getBytes()).expect("MAIL FROM:<a@example.org> SIZE="
                        + Peer.LETTER.length()).send("250").expect("RCPT TO:<b@example.org>").send("251 will forward")
                .expect("DATA").send("354").expectAnyContent().send("250"), connection -> {
                    assertThat(connection.capabilities().mechanisms()).containsExactly("PLAIN");
                    assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
                });
        assertThat(recorder.deviations()).contains("empty-line", "bare-lf");
    }

    @Test
    void refusesBeforeSendingWhatTheServerCannotTake() throws IOException {
        with(greeted("SIZE 10").expect("NOOP").send("250 ok"), connection -> {
            TransactionResult large = connection.send(Peer.letter("b@example.org"));
            assertThat(large.outcomes()).extracting(Outcome::state).containsExactly("refused");
            assertThat(large.failure().orElseThrow()).hasMessageContaining(Peer.LETTER.length() + " octets")
                    .hasMessageContaining("at most 10");
            TransactionResult unnameable = connection.send(new Submission(Envelope.of("a@example.org",
                    "jürgen@example.org"), Peer.content("x\r\n")));
            assertThat(unnameable.outcomes().get(0).reason()).contains("SMTPUTF8");
            connection.noop();
        });
    }

    @Test
    void usesSmtpUtf8OnlyWhenNeeded() throws IOException {
        with(greeted("SMTPUTF8", "8BITMIME").expect("MAIL FROM:<a@example.org>").send("250 ok")
                .expect("RCPT TO:<b@xn--bcher-kva.example>").send("250 ok").expect("DATA").send("354 go")
                .expectAnyContent().send("250 ok").expect("MAIL FROM:<a@example.org> SMTPUTF8").send("250 ok")
                .expect("RCPT TO:<jürgen@bücher.example>").send("250 ok").expect("DATA").send("354 go")
                .expectAnyContent().send("250 ok"), connection -> {
                    assertThat(connection.send(Peer.letter("b@bücher.example")).isComplete()).isTrue();
                    assertThat(connection.send(Peer.letter("jürgen@bücher.example")).isComplete()).isTrue();
                });
    }

    @Test
    void contentThatCannotBeProducedIsNeverEndedByADot() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok").expect("DATA").send("354 go").expectClose(), connection -> {
                    TransactionResult result = connection.send(new Submission(Peer.ENVELOPE, broken()));
                    assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
                    assertThat(result.failure().orElseThrow().kind()).isEqualTo(Kind.CONTENT);
                    assertThat(connection.isOpen()).isFalse();
                });
    }

    private static OutgoingContent broken() {
        return new OutgoingContent() {
            @Override
            public long size() {
                return 100;
            }

            @Override
            public boolean needs8Bit() {
                return false;
            }

            @Override
            public boolean needsBinary() {
                return false;
            }

            @Override
            public boolean needsUtf8() {
                return false;
            }

            @Override
            public void writeTo(ContentSink sink) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
    }

    @Test
    void disabledExtensionsAreNotUsed() throws IOException {
        try (DialogueServer server = greeted("PIPELINING", "CHUNKING", "SIZE").expect("MAIL FROM:<a@example.org>")
                .send("250 ok").expect("RCPT TO:<b@example.org>").send("250 ok").expect("DATA").send("354 go")
                .expectAnyContent().send("250 ok").start()) {
            use(server, Peer.plain(server).without(java.util.Set.of("pipelining", "chunking", "size")),
                    connection -> assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue());
        }
    }

    @Test
    void saysNothingMoreAfterStartTlsIsTamperedWith() throws IOException {
        for (String behind : new String[] {"250 injected\r\n", "x", "\r\n"}) {
            SmtpException failure = failure(greeted("STARTTLS").expect("STARTTLS")
                    .sendBytes(("220 go\r\n" + behind).getBytes()).expectClose(), TlsMode.REQUIRED);
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure).hasMessageContaining("tampering");
        }
        assertThat(recorder.commands()).doesNotContain("MAIL FROM:<a@example.org>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 fine", "454 not now", "500 what", "354 go", "221 no"})
    void requiresExactly220ForStartTls(String answer) throws IOException {
        SmtpException failure = failure(greeted("STARTTLS").expect("STARTTLS").send(answer).expectClose(),
                TlsMode.REQUIRED);

        assertThat(failure.kind()).isEqualTo(Kind.TLS_UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(value = TlsMode.class, names = {"REQUIRED", "OPPORTUNISTIC"})
    void aGoodbyeToStartTlsIsNoRefusalOfTls(TlsMode mode) throws IOException {
        SmtpException failure = failure(greeted("STARTTLS").expect("STARTTLS").send("421 4.3.2 bye").expectClose(),
                mode);

        assertThat(failure.kind()).isEqualTo(Kind.REPLY);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reply().orElseThrow().code()).isEqualTo(421);
    }

    @Test
    void requiresStartTlsToBeOffered() throws IOException {
        SmtpException failure = failure(greeted("PIPELINING").expectClose(), TlsMode.REQUIRED);

        assertThat(failure.kind()).isEqualTo(Kind.TLS_UNAVAILABLE);
        assertThat(failure.stage()).isEqualTo(Stage.STARTTLS);
    }

    @Test
    void forgetsAllCapabilitiesAfterStartTls() throws IOException {
        try (DialogueServer server = greeted("STARTTLS", "AUTH PLAIN", "SIZE 5", "PIPELINING").expect("STARTTLS")
                .send("220 go").startTls().expect("EHLO me.example").send("250 bare").start(Peer.CERTIFICATE)) {
            use(server, Peer.settings(server.port(), TlsMode.REQUIRED),
                    connection -> assertThat(connection.capabilities().keywords()).isEmpty());
        }
        assertThat(recorder.all(org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned.class).get(1)
                .capabilities()).isSameAs(Capabilities.NONE);
    }

    @Test
    void aFailedSecondEhloIsFatal() throws IOException {
        SmtpException failure = failure(greeted("STARTTLS").expect("STARTTLS").send("220 go").startTls()
                .expect("EHLO me.example").send("502 unknown").expectClose(), TlsMode.OPPORTUNISTIC);

        assertThat(failure.stage()).isEqualTo(Stage.EHLO);
    }

    @Test
    void ignoresWhateverHappensAfterQuit() throws IOException {
        for (Dialogue end : List.of(greeted().expect("QUIT").reset(), greeted().expect("QUIT").close(),
                greeted().expect("QUIT").send("554 no").close())) {
            with(end, SmtpConnection::quit);
        }
    }

    @Test
    void everyWaitHasADeadline() throws IOException {
        Timeouts brief = Timeouts.all(Duration.ofMillis(200));
        try (DialogueServer server = Dialogue.script().stall().start();
                SmtpConnection connection = new SmtpConnection(Peer.plain(server).withTimeouts(brief), recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOfSatisfying(SmtpException.class, e -> {
                assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(e.stage()).isEqualTo(Stage.GREETING);
            });
        }
    }

    @Test
    void aDrippingServerCannotStretchADeadline() throws IOException {
        Timeouts brief = Timeouts.all(Duration.ofMillis(300));
        Dialogue dripping = Dialogue.script();
        for (int i = 0; i < 20; i++) {
            dripping = dripping.sendBytes("2".getBytes()).delay(Duration.ofMillis(50));
        }
        try (DialogueServer server = dripping.start();
                SmtpConnection connection = new SmtpConnection(Peer.plain(server).withTimeouts(brief), recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOf(SmtpException.class);
        }
    }

    @Test
    void cancelEndsAWaitFromAnotherThread() throws Exception {
        try (DialogueServer server = greeted().expect("MAIL FROM:<a@example.org>").stall().start();
                SmtpConnection connection = new SmtpConnection(Peer.plain(server), event -> { })) {
            connection.connect();
            java.util.concurrent.CompletableFuture<TransactionResult> sending =
                    java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> connection.send(Peer.letter("b@example.org")));
            connection.cancel();
            TransactionResult result = sending.get(10, java.util.concurrent.TimeUnit.SECONDS);
            assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
            assertThat(result.failure().orElseThrow().kind()).isEqualTo(Kind.CANCELLED);
        }
    }
}
