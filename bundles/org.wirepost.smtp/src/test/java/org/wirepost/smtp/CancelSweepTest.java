// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.smtp.dialogue.Outcome;

/** A person cancels while the server is silent: before the end has left nothing is sent, behind it nobody can tell. */
class CancelSweepTest {

    private static final List<SweepFault> SILENCES = List.of(SweepFault.STALLED, SweepFault.DONE_AND_STALLED,
            SweepFault.HALF_A_REPLY_STALLED);

    @Test
    void cancellingIsNeverAnOutcome() throws InterruptedException {
        List<Sweep.Case> cases = new ArrayList<>();
        for (SweepWay way : SweepWay.all()) {
            for (SweepStep step : SweepStep.values()) {
                for (SweepFault silence : SILENCES) {
                    if (step.has(way, silence) && !step.isOfAuth()) {
                        cases.add(new Sweep.Case(way + ", " + step + ", " + silence + ", cancelled",
                                () -> judge(way, step, silence)));
                    }
                }
            }
        }
        Sweep.run("cancelled by a person", cases, 60);
    }

    private static Sweep.Tally judge(SweepWay way, SweepStep step, SweepFault silence) throws Exception {
        Sweep.Tally tally = new Sweep.Tally();
        CompletableFuture<Void> silent = new CompletableFuture<>();
        try (LabServer server = LabServer.start(way.lab().script(silence.in(step.begin(way)))
                .listener(new LabListener() {
                    @Override
                    public void line(LabSession session, TranscriptLine line) {
                        if (line.text().startsWith("By script")) {
                            silent.complete(null);
                        }
                    }
                }).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, way.mode()), event -> { })) {
            CompletableFuture<Void> cancelled = silent.thenRunAsync(connection::cancel);
            long start = System.nanoTime();
            String opening = send(connection, step.octets(way), server, tally, FaultMatrix.of(way, step, silence));
            tally.took(System.nanoTime() - start);
            cancelled.get(1, TimeUnit.MINUTES);
            if (step.isOfOpening() != opening.equals("CANCELLED")) {
                tally.off("the session began: " + opening);
            }
        }
        return tally;
    }

    private static String send(SmtpConnection connection, int octets, LabServer server, Sweep.Tally tally,
            FaultMatrix.Expected expected) throws Exception {
        List<TransactionResult> results = new ArrayList<>();
        try {
            connection.connect();
        } catch (SmtpException e) {
            assertThat(server.messageCount()).isZero();
            return e.kind().toString();
        }
        connection.sendAll(List.of(
                new Submission(Envelope.of("a@example.org", "reject5@example.org"), Peer.content("A\r\n")),
                new Submission(Envelope.of("b@example.org", "one@example.org", "two@example.org"),
                        Peer.content(("x".repeat(61) + "\r\n").repeat(octets / 63)))).iterator(), results::add);
        connection.quit();
        server.awaitSessionEnd(Duration.ofMinutes(1));
        for (TransactionResult result : results) {
            for (Outcome outcome : result.outcomes()) {
                boolean ofA = outcome.recipient().startsWith("reject5");
                tally.outcome(outcome.state(), ofA ? 0 : (int) server.messageCount(), outcome.toString());
                if (!ofA && !expected.allows(outcome.state(), outcome.state())) {
                    tally.off("expected " + expected + ", found " + outcome);
                }
            }
        }
        return "works";
    }
}
