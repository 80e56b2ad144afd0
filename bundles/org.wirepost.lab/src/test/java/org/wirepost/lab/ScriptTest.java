// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static LabServer start(Script script) throws IOException {
        return LabServer.start(LabSettings.builder().script(script).build());
    }

    @Test
    void repliesVerbatimAndActsOnTheCode() throws Exception {
        Script script = Script.script()
                .on(Stage.GREETING).reply("220-first", "220 second")
                .on(Stage.EHLO).nth(1).reply("250")
                .on(Stage.RCPT).matching("<bob@").reply("550 5.1.1 not bob\r\n")
                .on(Stage.RCPT).matching("reject5").reply("250 taken all the same");
        try (LabServer server = start(script); Client client = new Client(server.port())) {
            assertThat(client.reply()).isEqualTo("220-first\n220 second");
            assertThat(client.say("EHLO client.test")).isEqualTo("250");
            assertThat(client.say("MAIL FROM:<>")).startsWith("250");
            assertThat(client.say("RCPT TO:<Bob@d.test>")).isEqualTo("550 5.1.1 not bob");
            assertThat(client.say("RCPT TO:<reject5@d.test>")).isEqualTo("250 taken all the same");
            client.say("DATA");
            client.say(".");
            assertThat(server.awaitMessage(PATIENCE).recipientAddresses()).containsExactly("reject5@d.test");
            assertThat(client.say("EHLO again")).contains("PIPELINING");
        }
    }

    @Test
    void countsInASessionOverallAndBySession() throws Exception {
        Script script = Script.script()
                .on(Stage.NOOP).nth(2).reply("450 second of the session")
                .on(Stage.NOOP).nthOverall(3).reply("450 third overall")
                .on(Stage.NOOP).inSession(2).reply("450 in the second session");
        try (LabServer server = start(script)) {
            try (Client first = Client.greeted(server); Client second = Client.greeted(server)) {
                assertThat(first.say("NOOP")).startsWith("250");
                assertThat(first.say("NOOP")).isEqualTo("450 second of the session");
                assertThat(first.say("NOOP")).isEqualTo("450 third overall");
                assertThat(first.say("NOOP")).startsWith("250");
                assertThat(second.say("NOOP")).isEqualTo("450 in the second session");
                assertThat(second.say("NOOP")).isEqualTo("450 second of the session");
            }
        }
    }

    @Test
    void playsAnotherScriptFromTheNextSessionOn() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.NOOP).reply("450 old"));
                Client early = Client.greeted(server)) {
            assertThat(early.say("NOOP")).isEqualTo("450 old");
            server.play(Script.script().on(Stage.NOOP).nthOverall(1).reply("450 new"));
            assertThat(early.say("NOOP")).isEqualTo("450 old");
            try (Client late = Client.greeted(server)) {
                assertThat(late.say("NOOP")).isEqualTo("450 new");
                assertThat(late.say("NOOP")).startsWith("250");
            }
        }
    }

    @Test
    void closesBeforeOrBehindAReply() throws Exception {
        Script script = Script.script().on(Stage.MAIL).close().on(Stage.NOOP).usual().close();
        try (LabServer server = start(script)) {
            try (Client client = Client.introduced(server)) {
                client.send("MAIL FROM:<>\r\n");
                assertThat(client.rest()).isEmpty();
            }
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
            try (Client client = Client.introduced(server)) {
                client.send("NOOP\r\n");
                assertThat(client.rest()).isEqualTo("250 2.0.0 Nothing done\r\n");
            }
        }
    }

    @Test
    void resetsTheConnection() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.MAIL).reset());
                Client client = Client.introduced(server)) {
            assertThatThrownBy(() -> client.say("MAIL FROM:<>")).isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void closesOneHalfSoThatTheReplyArrives() throws Exception {
        Script script = Script.script().onContent(10).reply("452 4.3.1 Disk full").halfClose();
        try (LabServer server = start(script); Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            client.send("x".repeat(500_000));
            assertThat(client.rest()).isEqualTo("452 4.3.1 Disk full\r\n");
            client.hangUp();
            LabSession session = server.awaitSessionEnd(PATIENCE);
            assertThat(session.end()).contains(SessionEnd.SERVER_ENDED);
            assertThat(session.octetsReceived()).isGreaterThan(500_000);
        }
    }

    @Test
    void fallsSilentUntilTheClientGoes() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.END_OF_DATA).stall());
                Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            client.patience(100);
            assertThatThrownBy(() -> client.say(".")).isInstanceOf(SocketTimeoutException.class);
            client.hangUp();
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_CLOSED);
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void stopsReadingUntilTheServerCloses() throws Exception {
        LabServer server = start(Script.script().onContent(5).stallUnread());
        try (Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            client.send("0123456789");
            client.patience(50);
            assertThatThrownBy(client::read).isInstanceOf(SocketTimeoutException.class);
            server.close();
            assertThat(server.sessions().get(0).end()).contains(SessionEnd.SHUTDOWN);
        }
    }

    @Test
    void takesAMessageOverAndLosesTheReply() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.END_OF_DATA).swallow().send("25").close());
                Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            client.send("hi\r\n.\r\n");
            assertThat(client.rest()).isEqualTo("25");
            assertThat(server.awaitMessage(PATIENCE).text()).isEqualTo("hi\r\n");
        }
    }

    @Test
    void refusesAMessageAndKeepsNothingOfIt() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.END_OF_DATA).nth(1).reply("554 5.6.0 no"));
                Client client = Client.introduced(server)) {
            client.send("MAIL FROM:<>\r\nRCPT TO:<c@d.test>\r\nBDAT 2 LAST\r\nhi"
                    + "MAIL FROM:<>\r\nRCPT TO:<c@d.test>\r\nBDAT 2 LAST\r\nho");
            for (String start : new String[] {"250", "250", "554 5.6.0 no", "250", "250", "250 2.0.0 Taken over"}) {
                assertThat(client.reply()).startsWith(start);
            }
            assertThat(server.messages()).hasSize(1);
            assertThat(server.messages().get(0).text()).isEqualTo("ho");
        }
    }

    @Test
    void breaksOffAtAnyOctetOfTheContent() throws Exception {
        String content = "one\r\n..two\r\n.\r\n";
        for (int at = 0; at <= content.length(); at++) {
            Script script = Script.script().onContent(at).send("at " + at).close();
            try (LabServer server = start(script); Client client = Client.introduced(server)) {
                client.say("MAIL FROM:<>");
                client.say("RCPT TO:<c@d.test>");
                client.say("DATA");
                client.send(content.substring(0, at));
                assertThat(client.rest()).isEqualTo("at " + at);
                assertThat(server.messageCount()).isZero();
            }
        }
    }

    @Test
    void repliesTooEarlyAndThenAgain() throws Exception {
        Script script = Script.script().onContent(4).reply("250 2.0.0 too early").on(Stage.END_OF_DATA).reply("554 no");
        try (LabServer server = start(script); Client client = Client.introduced(server)) {
            client.send("MAIL FROM:<>\r\nRCPT TO:<c@d.test>\r\n");
            client.reply();
            client.reply();
            client.send("BDAT 3\r\nabcBDAT 2 LAST\r\nde");
            assertThat(client.reply()).isEqualTo("250 2.0.0 3 octets received");
            assertThat(client.reply()).isEqualTo("250 2.0.0 too early");
            assertThat(client.reply()).isEqualTo("554 no");
        }
    }

    @Test
    void delaysAndDripsAReply() throws Exception {
        Script script = Script.script().on(Stage.NOOP).delay(Duration.ofMillis(60)).usual()
                .on(Stage.RSET).drip(ReplyStyle.BY_LINE, Duration.ofMillis(30)).reply("250-a", "250-b", "250 c");
        try (LabServer server = start(script); Client client = Client.greeted(server)) {
            long start = System.nanoTime();
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(59));
            start = System.nanoTime();
            assertThat(client.say("RSET")).isEqualTo("250-a\n250-b\n250 c");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(59));
        }
    }

    @Test
    void sendsGarbageAsItIs() throws Exception {
        byte[] garbage = {0, (byte) 0xFF, '\r', '\n', 7};
        try (LabServer server = start(Script.script().on(Stage.GREETING).send(garbage).close());
                Client client = new Client(server.port())) {
            assertThat(client.rest().getBytes(StandardCharsets.UTF_8)).startsWith(0).endsWith(7);
            LabSession session = server.awaitSessionEnd(PATIENCE);
            assertThat(session.sent()).isEqualTo(garbage);
            assertThat(session.octetsSent()).isEqualTo(5);
        }
    }

    @Test
    void floodsTheClientUntilItGoes() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.EHLO).flood("250-more\r\n"));
                Client client = Client.greeted(server)) {
            client.send("EHLO client.test\r\n");
            for (int i = 0; i < 10_000; i++) {
                assertThat(client.line()).isEqualTo("250-more");
            }
            client.hangUp();
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_BROKE);
        }
    }

    @Test
    void meetsAnyStageAtWhichAReplyIsDue() throws Exception {
        Script script = Script.script().on(Stage.CONNECT).send("").on(Stage.ANY).nth(3).reply("421 4.3.2 gone").close();
        try (LabServer server = start(script); Client client = Client.introduced(server)) {
            client.send("NOOP\r\n");
            assertThat(client.rest()).isEqualTo("421 4.3.2 gone\r\n");
        }
    }

    @Test
    void turnsAwayBehindAGreetingOf554() throws Exception {
        try (LabServer server = start(Script.script().on(Stage.GREETING).reply("554 no service"));
                Client client = new Client(server.port())) {
            assertThat(client.reply()).isEqualTo("554 no service");
            assertThat(client.say("EHLO client.test")).startsWith("503");
            assertThat(client.say("QUIT")).startsWith("221");
        }
    }

    @ParameterizedTest
    @EnumSource(ReplyStyle.class)
    void cutsRepliesIntoWritesAsWanted(ReplyStyle style) throws Exception {
        LabSettings settings = LabSettings.builder().replyStyle(style).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.greeted(server)) {
            client.send("EHLO client.test\r\nNOOP\r\n");
            assertThat(client.reply()).endsWith("ENHANCEDSTATUSCODES");
            assertThat(client.reply()).startsWith("250");
        }
    }

    @Test
    void explainsARuleThatCannotBe() {
        assertThatThrownBy(() -> Script.script().close()).hasMessageContaining("on(stage)");
        assertThatThrownBy(() -> Script.script().on(Stage.DATA).close().reply("250 late"))
                .hasMessageContaining("Nothing can follow Close");
        assertThatThrownBy(() -> Script.script().onContent(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Script.script().on(Stage.DATA).nth(-1)).hasMessageContaining("counted from 1");
    }
}
