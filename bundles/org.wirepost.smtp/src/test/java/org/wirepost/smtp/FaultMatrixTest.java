// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.Script;
import org.wirepost.smtp.FaultMatrix.Expected;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Outcome;

/** Each fault at each step in each way of sending: the outcome for each recipient is exactly that of the matrix. */
class FaultMatrixTest {

    private static final int SAMPLE = 150;
    private static final Duration AMPLE = Duration.ofSeconds(10);
    /** A machine that is busy gets a second chance with more time, unless the claim itself is false. */
    private static final List<Duration> BRIEF = List.of(Duration.ofMillis(250), Duration.ofMillis(1500));
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final AuthSettings SCRAM = new AuthSettings(Optional.of("SCRAM-SHA-256"), true, List.of());

    @Test
    void eachFaultAtEachStepComesToWhatTheMatrixSays() throws InterruptedException {
        List<Sweep.Case> cases = new ArrayList<>();
        for (SweepWay way : SweepWay.all()) {
            for (SweepStep step : SweepStep.values()) {
                for (SweepFault fault : SweepFault.values()) {
                    if (step.has(way, fault)) {
                        cases.add(new Sweep.Case(way + ", " + step + ", " + fault, () -> judge(way, step, fault)));
                    }
                }
            }
        }
        Sweep.run("faults", cases, SAMPLE);
    }

    private static Sweep.Tally judge(SweepWay way, SweepStep step, SweepFault fault) throws Exception {
        Sweep.Tally tally = new Sweep.Tally();
        for (Duration brief : BRIEF) {
            tally = new Sweep.Tally();
            new Session(way, step, fault, brief).judge(tally);
            if (tally.isSettled()) {
                break;
            }
        }
        return tally;
    }

    /** One session with its server. */
    private static final class Session {

        private final SweepWay way;
        private final SweepStep step;
        private final SweepFault fault;
        private final Duration brief;
        private final List<TransactionResult> results = new ArrayList<>();
        private String opening = "works";
        private String words = "";

        Session(SweepWay way, SweepStep step, SweepFault fault, Duration brief) {
            this.way = way;
            this.step = step;
            this.fault = fault;
            this.brief = brief;
        }

        void judge(Sweep.Tally tally) throws IOException, InterruptedException {
            Script script = fault.in(step.begin(way));
            LabSettings.Builder settings = way.lab().script(script);
            if (step.isOfAuth()) {
                settings.account("alice", "pencil");
            }
            EndNoted content = new EndNoted(Peer.content(body(step.octets(way))));
            try (LabServer server = LabServer.start(settings.build())) {
                long start = System.nanoTime();
                send(server, content);
                long took = System.nanoTime() - start;
                tally.took(took);
                if (took > LONGEST.toNanos()) {
                    tally.off("the session took " + took / 1_000_000 + " ms");
                }
                awaitEnd(server, tally);
                compare(server, content, tally);
            }
        }

        private void send(LabServer server, OutgoingContent content) {
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, way.mode()).withTimeouts(limits()),
                    event -> { })) {
                connection.connect();
                if (step.isOfAuth()) {
                    connection.authenticate(new Credentials.Password("alice", Secret.of("pencil")), SCRAM);
                }
                connection.sendAll(List.of(
                        new Submission(Envelope.of("a@example.org", "reject5@example.org"), Peer.content(body(100))),
                        new Submission(Envelope.of("b@example.org", "one@example.org", "two@example.org"), content))
                        .iterator(), results::add);
                connection.quit();
            } catch (SmtpException e) {
                opening = e.isPermanent() ? "never" : "later";
                words = e.kind() + ", " + e.getMessage();
            }
        }

        private Timeouts limits() {
            if (fault == SweepFault.LATE && step == SweepStep.END) {
                return new Timeouts(AMPLE, AMPLE, AMPLE, brief, brief, AMPLE, brief);
            }
            if (!fault.waits()) {
                return Timeouts.all(AMPLE);
            }
            return new Timeouts(AMPLE, step == SweepStep.HANDSHAKE ? brief : AMPLE, brief, brief, AMPLE, brief, brief);
        }

        /** Only what the server has done in the end counts. */
        private static void awaitEnd(LabServer server, Sweep.Tally tally) throws InterruptedException {
            try {
                server.awaitSessionEnd(AMPLE);
            } catch (TimeoutException e) {
                tally.off("the client did not close: " + e.getMessage());
            }
        }

        private void compare(LabServer server, EndNoted content, Sweep.Tally tally) {
            Expected expected = FaultMatrix.of(way, step, fault);
            List<String> states = new ArrayList<>();
            for (TransactionResult result : results) {
                for (Outcome outcome : result.outcomes()) {
                    tally.outcome(outcome.state(), copies(server, outcome.recipient()), outcome.toString());
                    states.add(outcome.state());
                    words += " " + outcome.reason();
                    if (outcome instanceof Outcome.Unknown && outcome.recipient().matches("(one|two)@.*")
                            && !content.ended()) {
                        tally.off("unknown although the end had not left");
                    }
                }
            }
            if (results.isEmpty()) {
                server.messages().forEach(message -> tally.off("stored and never reported: " + message));
            }
            if (!matches(expected, states)) {
                tally.off("expected " + expected + ", found " + opening + " " + states + " " + words);
            }
        }

        private boolean matches(Expected expected, List<String> states) {
            if (!expected.opening().equals("works")) {
                boolean nothingSent = opening.equals("works") && expected.opening().matches("later|stopped")
                        && states.stream().allMatch(state -> state.equals("deferred")
                        || way.blind() && state.equals("unknown"));
                return nothingSent || opening.equals(expected.opening())
                        || expected.opening().equals("stopped") && !opening.equals("works");
            }
            // Where the session is lost before B was begun, there is nothing to tell of it.
            boolean aloneIsEnough = states.size() == 1 && expected.allows("deferred", "deferred");
            return opening.equals("works") && (aloneIsEnough
                    || states.size() == 3 && expected.allows(states.get(1), states.get(2)));
        }

        private static int copies(LabServer server, String recipient) {
            return (int) server.messages().stream()
                    .filter(message -> message.recipientAddresses().contains(recipient)).count();
        }
    }

    private static String body(int octets) {
        return "Subject: fault\r\n\r\n" + ("." + "x".repeat(60) + "\r\n").repeat(octets / 63);
    }
}
