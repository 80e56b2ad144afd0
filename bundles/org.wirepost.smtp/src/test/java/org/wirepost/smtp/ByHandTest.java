// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.lab.Dialogue;
import org.wirepost.lab.DialogueServer;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.Reply;

/** Dialogues held by hand. */
class ByHandTest {

    private final Recorder recorder = new Recorder();

    private interface Session {
        void use(SmtpConnection connection) throws SmtpException;
    }

    private static Dialogue greeted() {
        return Dialogue.script().send("220 server.example ESMTP").expect("EHLO me.example")
                .send("250-server.example", "250 SIZE 1000");
    }

    private void with(Dialogue dialogue, Session session) throws IOException {
        try (DialogueServer server = dialogue.start(Peer.CERTIFICATE)) {
            try (SmtpConnection connection = new SmtpConnection(Peer.plain(server), recorder)) {
                connection.connect();
                session.use(connection);
            }
            server.verify();
        }
    }

    private static Reply say(SmtpConnection connection, String line) throws SmtpException {
        return connection.say(line, true).orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sendsALineAsItWasTyped() throws IOException {
        with(greeted().expect("vrfy  Somebody").send("252 2.1.5 cannot say").expect("QUIT").send("221 bye"),
                connection -> {
                    assertThat(say(connection, "vrfy  Somebody").code()).isEqualTo(252);
                    connection.quit();
                });
        assertThat(recorder.commands()).containsExactly("EHLO me.example", "vrfy  Somebody", "QUIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSET\rNOOP", "RSET\nNOOP", "RSET\0", "STARTTLS", "starttls now", "BDAT 3 LAST", "  "})
    void refusesALineAndSendsNothing(String line) throws IOException {
        with(greeted().expect("NOOP").send("250 ok").expect("QUIT").send("221 bye"), connection -> {
            assertThatThrownBy(() -> connection.say(line, true)).isInstanceOf(IllegalArgumentException.class);
            assertThat(say(connection, "NOOP").code()).isEqualTo(250);
            connection.quit();
        });
        assertThat(recorder.commands()).containsExactly("EHLO me.example", "NOOP", "QUIT");
    }

    @Test
    void stuffsDotsInAMessageAndEndsItByADot() throws IOException {
        with(greeted().expect("MAIL FROM:<a@example.org>").send("250 ok").expect("RCPT TO:<b@example.org>")
                .send("250 ok").expect("DATA").send("354 go").expect("Subject: hi").expect("").expect("..hidden")
                .expect("STARTTLS").expect(".").send("250 2.0.0 queued").expect("QUIT").send("221 bye"), connection -> {
                    say(connection, "MAIL FROM:<a@example.org>");
                    say(connection, "RCPT TO:<b@example.org>");
                    say(connection, "DATA");
                    assertThat(connection.prompt()).isEqualTo(Prompt.TEXT);
                    for (String line : List.of("Subject: hi", "", ".hidden", "STARTTLS")) {
                        assertThat(connection.say(line, false)).isEmpty();
                    }
                    assertThatThrownBy(() -> connection.say("x".repeat(999), false))
                            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("998");
                    assertThat(say(connection, ".").toString()).isEqualTo("250 2.0.0 queued");
                    assertThat(connection.prompt()).isEqualTo(Prompt.COMMAND);
                    connection.quit();
                });
    }

    @Test
    void withholdsWhatFollowsTheMechanismAndEveryAnswer() throws IOException {
        String plain = base64("\0anna\0s3cret-word");
        String user = base64("anna@example.org");
        String password = base64("0ther-secret");
        with(greeted().expect("AUTH PLAIN " + plain).send("535 5.7.8 not " + plain + " nor s3cret-word")
                .expect("auth LOGIN").send("334 VXNlcm5hbWU6").expect(user).send("334 UGFzc3dvcmQ6").expect(password)
                .send("235 2.7.0 welcome").expect("AUTH=PLAIN " + plain).send("503 already").expect("QUIT")
                .send("221 bye"), connection -> {
                    assertThat(say(connection, "AUTH PLAIN " + plain).code()).isEqualTo(535);
                    assertThat(connection.prompt()).isEqualTo(Prompt.COMMAND);
                    assertThat(say(connection, "auth LOGIN").code()).isEqualTo(334);
                    assertThat(connection.prompt()).isEqualTo(Prompt.SASL_ANSWER);
                    say(connection, user);
                    assertThat(say(connection, password).code()).isEqualTo(235);
                    assertThat(connection.prompt()).isEqualTo(Prompt.COMMAND);
                    say(connection, "AUTH=PLAIN " + plain);
                    connection.quit();
                });
        assertThat(recorder.commands()).containsExactly("EHLO me.example", "AUTH PLAIN •••", "auth LOGIN", "•••", "•••",
                "AUTH=PLAIN •••", "QUIT");
        assertThat(recorder.events().toString()).doesNotContain(plain).doesNotContain("s3cret-word")
                .doesNotContain(password);
    }

    @Test
    void endsAnExchangeByAStar() throws IOException {
        with(greeted().expect("AUTH LOGIN").send("334 VXNlcm5hbWU6").expect("*").send("501 cancelled").expect("QUIT")
                .send("221 bye"), connection -> {
                    say(connection, "AUTH LOGIN");
                    assertThat(say(connection, "*").code()).isEqualTo(501);
                    assertThat(connection.prompt()).isEqualTo(Prompt.COMMAND);
                    connection.quit();
                });
        assertThat(recorder.commands()).contains("*");
    }

    @Test
    void doesNotAuthenticateInClearWithoutLeave() throws IOException {
        with(greeted().expect("QUIT").send("221 bye"), connection -> {
            assertThatThrownBy(() -> connection.say("AUTH LOGIN", false)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not encrypted");
            connection.quit();
        });
    }

    @Test
    void learnsCapabilitiesAnew() throws IOException {
        with(greeted().expect("EHLO other.example").send("250-server.example", "250 PIPELINING").expect("HELO me")
                .send("250 server.example").expect("QUIT").send("221 bye"), connection -> {
                    say(connection, "EHLO other.example");
                    assertThat(connection.capabilities().keywords()).containsExactly("PIPELINING");
                    say(connection, "HELO me");
                    assertThat(connection.capabilities().keywords()).isEmpty();
                    connection.quit();
                });
        assertThat(recorder.all(CapabilitiesLearned.class)).hasSize(3);
    }

    @Test
    void quitByHandClosesTheConnection() throws IOException {
        with(greeted().expect("quit").send("221 2.0.0 bye"), connection -> {
            assertThat(say(connection, "quit").code()).isEqualTo(221);
            assertThat(connection.isOpen()).isFalse();
            assertThatThrownBy(() -> connection.say("NOOP", false)).isInstanceOf(SmtpException.class);
        });
    }

    @Test
    void aMessageSentAfterASenderByHandBeginsWithRset() throws IOException {
        with(greeted().expect("MAIL FROM:<x@example.org>").send("250 ok").expect("RSET").send("250 ok")
                .expect("MAIL FROM:<a@example.org> SIZE=" + Peer.LETTER.length()).send("250 ok")
                .expect("RCPT TO:<b@example.org>").send("550 no").expect("QUIT").send("221 bye"), connection -> {
                    say(connection, "MAIL FROM:<x@example.org>");
                    connection.send(Peer.letter("b@example.org"));
                    connection.quit();
                });
    }
}
