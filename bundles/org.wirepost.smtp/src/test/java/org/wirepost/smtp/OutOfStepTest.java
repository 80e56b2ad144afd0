// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.smtp.dialogue.Outcome;

/** Replies that nobody asked for: none of them may be taken for the answer to the message. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutOfStepTest {

    private static final Envelope TO_TWO = Envelope.of("b@example.org", "one@example.org", "two@example.org");

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT_1", "RCPT_2", "DATA", "CHUNK"})
    void aReplyTooManyNeverStandsForTheOneThatRefusesTheMessage(SweepStep step) throws Exception {
        for (boolean chunks : new boolean[] {false, true}) {
            for (boolean pipelined : new boolean[] {false, true}) {
                SweepWay way = new SweepWay(chunks, pipelined, LabTls.NONE);
                for (SweepFault extra : List.of(SweepFault.EXTRA_EARLY, SweepFault.EXTRA_LATE)) {
                    if (step.has(way, extra) && (step != SweepStep.CHUNK || !pipelined)) {
                        Script script = extra.in(step == SweepStep.DATA ? Script.script().on(Stage.DATA)
                                : step.begin(way)).on(Stage.END_OF_DATA).reply("554 5.6.0 no");
                        assertThat(states(way, script, step.octets(way))).as(way + ", " + step + ", " + extra)
                                .doesNotContain("accepted");
                    }
                }
            }
        }
    }

    @Test
    void aChunkIsNotSentBehindAReplyThatNobodyAskedFor() throws Exception {
        SweepWay way = new SweepWay(true, false, LabTls.NONE);
        Script script = Script.script().on(Stage.MAIL).usual().send("250 and another\r\n")
                .on(Stage.END_OF_DATA).reply("554 5.6.0 no");
        try (LabServer server = LabServer.start(way.lab().script(script).build())) {
            TransactionResult result = send(server, 2_000);

            assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred", "deferred");
            assertThat(result.failure().orElseThrow().kind()).isEqualTo(SmtpException.Kind.PROTOCOL);
            assertThat(server.sessions().get(0).commands()).noneMatch(line -> line.startsWith("BDAT"));
        }
    }

    @Test
    void noCommandIsSaidBehindAReplyThatNobodyAskedFor() throws Exception {
        for (boolean chunks : new boolean[] {false, true}) {
            SweepWay way = new SweepWay(chunks, false, LabTls.NONE);
            Script script = Script.script().on(Stage.RCPT).nth(1).usual().send("250 and another\r\n");
            try (LabServer server = LabServer.start(way.lab().script(script).build())) {
                TransactionResult result = send(server, 2_000);

                assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred", "deferred");
                assertThat(result.failure().orElseThrow()).hasMessageContaining("spoke without being asked");
                assertThat(server.sessions().get(0).commands()).noneMatch(line -> line.contains("two@"));
            }
        }
    }

    private static List<String> states(SweepWay way, Script script, int octets) throws Exception {
        try (LabServer server = LabServer.start(way.lab().script(script).build())) {
            List<String> states = send(server, octets).outcomes().stream().map(Outcome::state).toList();
            assertThat(server.messageCount()).isZero();
            return states;
        }
    }

    private static TransactionResult send(LabServer server, int octets) throws SmtpException {
        try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
            connection.connect();
            TransactionResult result = connection.send(new Submission(TO_TWO,
                    Peer.content("Subject: out of step\r\n\r\n" + ("x".repeat(61) + "\r\n").repeat(octets / 63))));
            connection.quit();
            return result;
        }
    }
}
