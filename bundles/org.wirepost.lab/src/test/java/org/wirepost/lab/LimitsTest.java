// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> LabSettings.builder().bind(everywhere).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lab listens on the loopback interface only, so not on 0.0.0.0: give 127.0.0.1 or"
                        + " ::1.");
        assertThatThrownBy(() -> LabSettings.builder().port(70_000).build()).hasMessageContaining("70000");
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults())) {
            LabSettings same = LabSettings.builder().port(server.port()).build();
            assertThatThrownBy(() -> LabServer.start(same)).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The lab cannot start on 127.0.0.1 port " + server.port());
        }
    }

    @Test
    void turnsAwayOneSessionTooMany() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withSessions(1)).build();
        try (LabServer server = LabServer.start(settings)) {
            try (Client first = Client.greeted(server); Client second = new Client(server.port())) {
                assertThat(second.rest()).startsWith("421 4.3.2 Too many");
                assertThat(first.say("QUIT")).startsWith("221");
            }
            server.awaitSessionEnd(PATIENCE);
            try (Client third = new Client(server.port())) {
                assertThat(third.reply()).startsWith("220");
            }
        }
    }

    @Test
    void takesOnlySoManyRecipients() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withRecipients(2)).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            client.send("MAIL FROM:<>\r\nRCPT TO:<a@d.test>\r\nRCPT TO:<b@d.test>\r\nRCPT TO:<c@d.test>\r\n");
            client.reply();
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("452 4.5.3");
        }
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOn() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            assertThat(client.say("NOOP " + "x".repeat(2041))).startsWith("250");
            assertThat(client.say("NOOP " + "x".repeat(2042))).startsWith("500 5.5.6");
            assertThat(client.say("x".repeat(200_000))).startsWith("500 5.5.6");
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(server.sessions().get(0).commands()).last().isEqualTo("NOOP");
        }
    }

    @Test
    void doesNotWaitForeverForAClient() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withIdle(Duration.ofMillis(50))).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.greeted(server)) {
            assertThat(client.reply()).startsWith("421 4.4.2");
            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void notesAClientThatDoesNotWaitItsTurn() throws Exception {
        LabSettings settings = LabSettings.builder().without(LabExtension.PIPELINING).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            client.send("MAIL FROM: <>\r\nRCPT TO:<a@d.test>\nDATA\r\nhi\n\r\n.\r\n");
            for (String start : new String[] {"250", "250", "354", "250"}) {
                assertThat(client.reply()).startsWith(start);
            }
            assertThat(server.sessions().get(0).deviations()).extracting(Deviation::kind).containsExactlyInAnyOrder(
                    Deviation.Kind.SYNTAX, Deviation.Kind.NOT_PIPELINED, Deviation.Kind.COMMAND_BARE_LF,
                    Deviation.Kind.OUT_OF_TURN);
            assertThat(server.messages().get(0).deviations()).extracting(Deviation::kind)
                    .containsExactly(Deviation.Kind.BARE_LF);
        }
    }

    @Test
    void remembersOnlySoManyOctetsAndCountsTheRest() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withKeptOctets(10)).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            client.say("QUIT");
            LabSession session = server.awaitSessionEnd(PATIENCE);
            assertThat(session.received()).asString().isEqualTo("EHLO clien");
            assertThat(session.octetsReceived()).isEqualTo("EHLO client.test\r\nQUIT\r\n".length());
        }
    }

    @Test
    void givesUpWaitingInTime() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.greeted(server)) {
            assertThatThrownBy(() -> server.awaitMessage(Duration.ofMillis(5))).isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("No further message");
            assertThatThrownBy(() -> server.awaitSessionEnd(Duration.ofMillis(5)))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> server.sessions().get(0).awaitEnd(Duration.ofMillis(5)))
                    .hasMessageContaining("Session 1 still runs");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }
}
