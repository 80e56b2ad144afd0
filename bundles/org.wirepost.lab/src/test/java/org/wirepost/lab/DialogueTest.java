// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DialogueTest {

    @Test
    void isContentWithAClientThatKeepsToIt() throws Exception {
        try (DialogueServer server = Dialogue.script()
                .send("220 mx.test")
                .expect("EHLO me").send("250-mx.test", "250 STARTTLS")
                .expect("STARTTLS").send("220 go").startTls()
                .expectMatching("EHLO .*").send("250-mx.test", "250 AUTH PLAIN")
                .expect("AUTH PLAIN").send("334 ").expectBase64("\0u\0p").send("235 yes")
                .expect("DATA").send("354 go").expectContent("..", "line").send("250 taken")
                .expect("DATA").send("354 go").expectAnyContent().send("250 taken")
                .expect("BDAT 3 LAST").expectBytes(new byte[] {1, 2, 3}).send("250 taken")
                .expect("QUIT").send("221 bye").close()
                .start(); Client client = new Client(server.port())) {
            assertThat(client.reply()).isEqualTo("220 mx.test");
            assertThat(client.say("EHLO me")).isEqualTo("250-mx.test\n250 STARTTLS");
            client.say("STARTTLS");
            client.startTls(server.certificate(), "localhost");
            assertThat(client.say("EHLO other")).contains("AUTH");
            client.say("AUTH PLAIN");
            assertThat(client.say("AHUAcA==")).isEqualTo("235 yes");
            client.say("DATA");
            assertThat(client.say("..\r\nline\r\n.")).isEqualTo("250 taken");
            client.say("DATA");
            assertThat(client.say("anything\n.\r\n\r\n.")).isEqualTo("250 taken");
            client.send("BDAT 3 LAST\r\n\1\2\3");
            assertThat(client.reply()).isEqualTo("250 taken");
            assertThat(client.say("QUIT")).isEqualTo("221 bye");
            assertThat(client.read()).isEqualTo(-1);
            server.verify();
            assertThat(server.sessions()).hasSize(1);
            assertThat(server.sessions().get(0).received()).asString(StandardCharsets.US_ASCII)
                    .startsWith("EHLO me\r\nSTARTTLS\r\nEHLO other\r\n");
        }
    }

    @Test
    void namesTheFirstDifference() throws Exception {
        try (DialogueServer server = Dialogue.script().send("220 mx.test").expect("EHLO me").send("250 mx.test")
                .expect("QUIT").start(); Client client = new Client(server.port())) {
            client.reply();
            client.say("EHLO me");
            client.send("NOOP\r\n");
            assertThat(client.rest()).isEmpty();
            assertThatThrownBy(server::verify).isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Step 4 of 4 (expecting `QUIT`): the client sent `NOOP`.")
                    .hasMessageContaining("S: 220 mx.test\nC: EHLO me\nS: 250 mx.test\nC: NOOP");
        }
    }

    @Test
    void namesTheOctetAtWhichContentDiffers() throws Exception {
        assertDifference(Dialogue.script().send("354 go").expectContent("abc"), "abd\r\n.\r\n",
                "octet 2 differs: the client sent `d\\r\\n.\\r\\n`");
        assertDifference(Dialogue.script().send("354 go").expectContent("abc"), "ab", "only 2 of 8 octets");
    }

    @Test
    void noticesALineThatEndsBadly() throws Exception {
        assertDifference(Dialogue.script().send("220 hi").expect("QUIT"), "QUIT\n", "bare line feed");
    }

    @Test
    void noticesAClientThatLeavesOrSaysTooMuch() throws Exception {
        assertDifference(Dialogue.script().send("220 hi").expect("QUIT"), "", "the client closed the connection");
        assertDifference(Dialogue.script().send("220 hi").expect("QUIT"), "QUIT\r\nNOOP\r\n",
                "Behind the last step: there is no step for it, but the client sent `NOOP`");
        assertDifference(Dialogue.script().send("220 hi").expect("QUIT").expectClose(), "QUIT\r\nNOOP\r\n",
                "the client sent `NOOP`");
        assertDifference(Dialogue.script().send("220 hi").expectSilence(Duration.ofSeconds(5)), "x",
                "the client sent `x`");
    }

    @Test
    void noticesPlainTextBehindStartTls() throws Exception {
        assertDifference(Dialogue.script().send("220 hi").expect("STARTTLS").send("220 go").startTls(),
                "STARTTLS\r\nNOOP\r\n", "plain text behind STARTTLS");
    }

    /** A client that reads a reply, sends this and closes is to be told that it differs. */
    private static void assertDifference(Dialogue dialogue, String sent, String words) throws IOException {
        try (DialogueServer server = dialogue.start()) {
            try (Client client = new Client(server.port())) {
                client.reply();
                client.send(sent);
            }
            assertThatThrownBy(server::verify).isInstanceOf(AssertionError.class).hasMessageContaining(words);
        }
    }

    @Test
    void waitsNoLongerThanItsPatience() throws Exception {
        Dialogue dialogue = Dialogue.script().patience(Duration.ofMillis(50)).send("220 hi").expect("QUIT");
        try (DialogueServer server = dialogue.start()) {
            assertThatThrownBy(server::verify).hasMessageContaining("no client connected within PT0.05S");
        }
        try (DialogueServer server = dialogue.start(); Client client = new Client(server.port())) {
            client.reply();
            assertThatThrownBy(server::verify).hasMessageContaining("the client sent nothing more within PT0.05S");
        }
    }

    @Test
    void goesOnWithTheNextConnection() throws Exception {
        try (DialogueServer server = Dialogue.script().replyStyle(ReplyStyle.BY_BYTE)
                .send("421 not now").expectClose().nextConnection()
                .expectSilence(Duration.ofMillis(20)).send("220 now").delay(Duration.ofMillis(1)).reset()
                .start()) {
            try (Client client = new Client(server.port())) {
                assertThat(client.reply()).isEqualTo("421 not now");
            }
            try (Client client = new Client(server.port())) {
                server.verify();
                assertThatThrownBy(client::rest).isInstanceOf(IOException.class).hasMessageContaining("reset");
            }
            assertThat(server.sessions()).hasSize(2);
        }
    }

    @Test
    void isNotDisturbedByClosingInTheMiddle() throws Exception {
        DialogueServer server = Dialogue.script().send("220 hi").stall().start();
        try (Client client = new Client(server.port())) {
            client.reply();
            server.close();
            assertThat(server.sessions().get(0).end()).isPresent();
        }
    }
}
