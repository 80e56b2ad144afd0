// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LabServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void keepsAMessageWithItsEnvelopeExactlyAsItCame() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            assertThat(client.say("MAIL FROM:<ada@example.org> SIZE=99 BODY=8BITMIME RET=HDRS ENVID=a+2Bb"))
                    .isEqualTo("250 2.1.0 Sender taken");
            assertThat(client.say("RCPT TO:<bob@example.net> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@example.net"))
                    .isEqualTo("250 2.1.5 Recipient taken");
            assertThat(client.say("rcpt to:<\"odd > name\"@example.net>")).startsWith("250");
            assertThat(client.say("DATA")).startsWith("354 ");
            assertThat(client.say("Subject: hi\r\n\r\n..\r\n...dots\r\ncaf\u00e9\r\n."))
                    .isEqualTo("250 2.0.0 Taken over as message 1");
            assertThat(client.say("QUIT")).startsWith("221 2.0.0");

            StoredMessage message = server.awaitMessage(PATIENCE);
            assertThat(message.sender()).isEqualTo("ada@example.org");
            assertThat(message.senderParameters()).containsExactly(Map.entry("SIZE", "99"),
                    Map.entry("BODY", "8BITMIME"), Map.entry("RET", "HDRS"), Map.entry("ENVID", "a+2Bb"));
            assertThat(message.recipientAddresses()).containsExactly("bob@example.net", "\"odd > name\"@example.net");
            assertThat(message.recipients().get(0).parameters()).containsEntry("NOTIFY", "SUCCESS,FAILURE");
            assertThat(message.body()).isEqualTo(BodyKind.EIGHT_BIT_MIME);
            assertThat(message.text()).isEqualTo("Subject: hi\r\n\r\n.\r\n..dots\r\ncaf\u00e9\r\n");
            assertThat(message.heloName()).isEqualTo("client.test");
            assertThat(message.chunked()).isFalse();
            assertThat(message.encrypted()).isFalse();
            assertThat(message.user()).isEmpty();
            assertThat(message.file()).isEmpty();
            assertThat(message.deviations()).isEmpty();
            assertThat(server.messages()).containsExactly(message);
        }
    }

    @Test
    void offersEveryExtension() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.greeted(server)) {
            assertThat(client.say("EHLO client.test").lines()).containsExactly(
                    "250-lab.wirepost.test greets client.test", "250-PIPELINING", "250-SIZE 4294967296",
                    "250-8BITMIME", "250-SMTPUTF8", "250-CHUNKING", "250-BINARYMIME", "250-DSN",
                    "250 ENHANCEDSTATUSCODES");
        }
    }

    @Test
    void offersNothingThatIsSwitchedOff() throws Exception {
        LabSettings settings = LabSettings.builder().hostName("mx.test").banner("hello there")
                .without(LabExtension.CHUNKING, LabExtension.ENHANCEDSTATUSCODES, LabExtension.DSN,
                        LabExtension.SIZE, LabExtension.SMTPUTF8, LabExtension.EIGHT_BIT_MIME)
                .extraCapabilities("X-ODD one two").build();
        try (LabServer server = LabServer.start(settings); Client client = new Client(server.port())) {
            assertThat(client.reply()).isEqualTo("220 hello there");
            assertThat(client.say("EHLO client.test").lines()).containsExactly("250-mx.test greets client.test",
                    "250-PIPELINING", "250 X-ODD one two");
            assertThat(client.say("MAIL FROM:<a@b.test> SIZE=1")).startsWith("555 The parameter SIZE");
            assertThat(client.say("MAIL FROM:<a@b.test> BODY=BINARYMIME")).startsWith("555");
            assertThat(client.say("MAIL FROM:<a@b.test> RET=FULL")).startsWith("555");
            assertThat(client.say("MAIL FROM:<a@b.test>")).isEqualTo("250 Sender taken");
            assertThat(client.say("BDAT 0 LAST")).startsWith("502");
        }
    }

    @Test
    void keepsTheOrderOfCommands() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.greeted(server)) {
            assertThat(client.say("MAIL FROM:<a@b.test>")).startsWith("503 5.5.1");
            assertThat(client.say("HELO client.test")).isEqualTo("250 lab.wirepost.test greets client.test");
            assertThat(client.say("MAIL FROM:<a@b.test> SIZE=5")).startsWith("555");
            assertThat(client.say("RCPT TO:<c@d.test>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("MAIL FROM:<>")).startsWith("250");
            assertThat(client.say("MAIL FROM:<>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503 5.5.1 Say RCPT");
            assertThat(client.say("RCPT TO:<reject5@d.test>")).startsWith("550");
            assertThat(client.say("DATA")).startsWith("554 5.5.1 No valid");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("RCPT TO:<c@d.test>")).startsWith("503");
            assertThat(client.say("EHLO")).startsWith("501");
        }
    }

    @Test
    void answersTheSmallerCommands() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            assertThat(client.say("NOOP whatever")).startsWith("250");
            assertThat(client.say("VRFY bob")).startsWith("252");
            assertThat(client.say("HELP")).startsWith("214");
            assertThat(client.say("EXPN list")).startsWith("502");
            assertThat(client.say("XYZZY")).startsWith("500 5.5.2");
            assertThat(client.say("STARTTLS")).startsWith("502");
            assertThat(client.say("AUTH PLAIN")).startsWith("502");
        }
    }

    @Test
    void refusesWhatIsNoPathOrNoParameter() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            assertThat(client.say("MAIL FROM:a@b.test")).startsWith("501");
            assertThat(client.say("MAIL TO:<a@b.test>")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@b.test")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a b@b.test>")).startsWith("501 5.1.3");
            assertThat(client.say("MAIL FROM:<a@b.test>SIZE=1")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@b.test> SIZE=1 SIZE=2")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@b.test> SIZE=abc")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@b.test> BODY=9BIT")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@b.test> ENVID=a+2")).startsWith("501");
            assertThat(client.say("MAIL FROM:<nobody>")).startsWith("553 5.1.7");
            assertThat(client.say("MAIL FROM:<@relay.test,@two.test:a@b.test>")).startsWith("250");
            assertThat(client.say("RCPT TO:<c@d.test> NOTIFY=NEVER,DELAY")).startsWith("501");
            assertThat(client.say("RCPT TO:<c@d.test> ORCPT=c@d.test")).startsWith("501");
            assertThat(client.say("RCPT TO:<c@d.test> FOO=1")).startsWith("555");
            assertThat(client.say("RCPT TO:<Postmaster>")).startsWith("250");
        }
    }

    @Test
    void demandsSmtputf8ForOtherLetters() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            String mail = new String("MAIL FROM:<j\u00f6rg@b.test>".getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1);
            assertThat(client.say(mail)).startsWith("553 5.6.7");
            assertThat(client.say(mail + " SMTPUTF8")).startsWith("250");
            assertThat(client.say("RCPT TO:<c@d.test>")).startsWith("250");
            client.say("DATA");
            client.say(".");
            assertThat(server.awaitMessage(PATIENCE).sender()).isEqualTo("j\u00f6rg@b.test");
            assertThat(server.messages().get(0).octets()).isZero();
        }
    }

    @Test
    void refusesRecipientsAsTheirNamesSay() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<a@b.test>");
            assertThat(client.say("RCPT TO:<Reject5.bob@d.test>")).isEqualTo("550 5.1.1 No such user here");
            assertThat(client.say("RCPT TO:<defer4@d.test>")).startsWith("450 4.2.1 ");
            assertThat(client.say("RCPT TO:<full@d.test>")).startsWith("452 4.2.2 ");
            assertThat(client.say("RCPT TO:<multi5@d.test>").lines()).hasSize(3)
                    .allMatch(line -> line.matches("554[- ]5\\.7\\.1 .*"));
            assertThat(client.say("RCPT TO:<kill421@d.test>")).startsWith("421 4.3.2");
            assertThat(client.read()).isEqualTo(-1);
            client.hangUp();
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
        }
    }

    @Test
    void recordsEveryOctetOfASession() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            client.say("NOOP");
            client.say("QUIT");
            LabSession session = server.awaitSessionEnd(PATIENCE);
            String received = "EHLO client.test\r\nNOOP\r\nQUIT\r\n";
            assertThat(session.received()).asString(StandardCharsets.US_ASCII).isEqualTo(received);
            assertThat(session.octetsReceived()).isEqualTo(received.length());
            assertThat(session.octetsSent()).isEqualTo(session.sent().length);
            assertThat(session.commands()).containsExactly("EHLO client.test", "NOOP", "QUIT");
            assertThat(session.transcript().get(0).toString()).startsWith("S: 220 lab.wirepost.test");
            assertThat(session.transcript().get(1)).hasToString("C: EHLO client.test");
            assertThat(session.heloName()).contains("client.test");
            assertThat(session.extended()).isTrue();
            assertThat(session.end()).contains(SessionEnd.QUIT);
            assertThat(server.sessions()).containsExactly(session);
        }
    }

    @Test
    void tellsHowAClientLeft() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults())) {
            Client.introduced(server).close();
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_CLOSED);
            Client.introduced(server).reset();
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_BROKE);
        }
    }

    @Test
    void closingTheServerEndsItsSessions() throws Exception {
        LabServer server = LabServer.start(LabSettings.defaults());
        try (Client client = Client.introduced(server)) {
            server.close();
            LabSession session = server.sessions().get(0);
            assertThat(session.end()).contains(SessionEnd.SHUTDOWN);
            assertThat(client.read()).isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void runsOnTheThreadsItIsGiven() throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        try (LabServer server = LabServer.start(LabSettings.defaults(), executor)) {
            try (Client client = Client.introduced(server)) {
                assertThat(client.say("QUIT")).startsWith("221");
            }
        } finally {
            executor.shutdown();
        }
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void listensOnTheSixthVersionToo() throws Exception {
        LabSettings settings = LabSettings.builder().bind(InetAddress.getByName("::1")).build();
        try (LabServer server = LabServer.start(settings);
                Socket socket = new Socket(server.address(), server.port())) {
            assertThat(socket.getInputStream().read()).isEqualTo('2');
        } catch (IOException e) {
            Assumptions.abort("no IPv6 loopback here: " + e.getMessage());
        }
    }

    @Test
    void tellsAListenerWhatHappens() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        LabListener listener = new LabListener() {
            @Override
            public void sessionStarted(LabSession session) {
                seen.add("start " + session.number());
            }

            @Override
            public void line(LabSession session, TranscriptLine line) {
                seen.add(line.side() == TranscriptLine.Side.CLIENT ? line.text() : "-");
            }

            @Override
            public void messageStored(LabSession session, StoredMessage message) {
                seen.add("message " + message.number());
            }

            @Override
            public void sessionEnded(LabSession session) {
                seen.add("end");
            }
        };
        try (LabServer server = LabServer.start(LabSettings.builder().listener(listener).build())) {
            try (Client client = Client.introduced(server)) {
                client.say("MAIL FROM:<>");
                client.say("RCPT TO:<a@b.test>");
                client.say("DATA");
                client.say("x\r\n.");
                client.say("QUIT");
            }
        }
        assertThat(seen.stream().filter(s -> !s.equals("-"))).containsExactly("start 1", "EHLO client.test",
                "MAIL FROM:<>", "RCPT TO:<a@b.test>", "DATA", "<6 octets of content with the dot>", "message 1",
                "QUIT", "end");
    }
}
