// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.Script;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * Faults in the middle of the content. The content goes on only when the server has done what it does, so that it is
 * certain what the client can know before the end leaves.
 */
class ContentFaultTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final List<Duration> BRIEF = List.of(Duration.ofMillis(250), Duration.ofMillis(1500));
    private static final byte[] LINE = ("." + "x".repeat(61) + "\r\n").getBytes(US_ASCII);
    private static final int LINES = 6_000;
    private static final int WAITS_AT = 5_000;
    private static final int FAULT_AT = 100_000;

    /**
     * What happens, and what may come of it.
     *
     * @param says what the server says before its time, or nothing
     * @param ends how it goes on
     * @param states what the outcome may be
     */
    private record Fault(String says, UnaryOperator<Script> ends, String states) { }

    private static Map<String, Fault> faults() {
        Map<String, UnaryOperator<Script>> ends = new LinkedHashMap<>();
        ends.put("closed", Script::close);
        ends.put("half-closed", Script::halfClose);
        ends.put("stalled", Script::stall);
        ends.put("reset", Script::reset);
        Map<String, Fault> faults = new LinkedHashMap<>();
        ends.forEach((name, end) -> {
            // What has left before the end of the connection was seen may have arrived.
            faults.put(name, new Fault("", end, "deferred|unknown"));
            faults.put("451, " + name, new Fault("451 4.3.0 early\r\n", end, "deferred"));
            faults.put("421, " + name, new Fault("421 4.3.0 early\r\n", end, "deferred"));
            faults.put("554, " + name, new Fault("554 5.3.0 early\r\n", end, "refused"));
            faults.put("250, " + name, new Fault("250 2.0.0 early\r\n", end, "deferred"));
            faults.put("garbage, " + name, new Fault("!!garbage!!\r\n", end, "deferred"));
            faults.put("NUL, " + name, new Fault("250 \0\r\n", end, "deferred"));
            faults.put("mixed codes, " + name, new Fault("250-yes\r\n550 no\r\n", end, "deferred"));
            faults.put("354, " + name, new Fault("354 more\r\n", end, "deferred"));
            faults.put("long line, " + name, new Fault("250 " + "x".repeat(5000) + "\r\n", end, "deferred"));
        });
        faults.put("endless line", new Fault("x".repeat(10_000), script -> script.flood("x"), "deferred"));
        faults.put("endless reply", new Fault("250-x\r\n".repeat(1000), script -> script.flood("250-x\r\n"),
                "deferred"));
        return faults;
    }

    @Test
    void whatTheServerSaysBeforeItsTimeIsReadBeforeTheEndLeaves() throws InterruptedException {
        List<Sweep.Case> cases = new ArrayList<>();
        for (SweepWay way : SweepWay.all()) {
            faults().forEach((name, fault) ->
                    cases.add(new Sweep.Case(way + ", content, " + name, () -> judge(way, fault))));
        }
        Sweep.run("faults within the content", cases, 80);
    }

    private static Sweep.Tally judge(SweepWay way, Fault fault) throws Exception {
        Sweep.Tally tally = new Sweep.Tally();
        for (Duration brief : BRIEF) {
            tally = new Sweep.Tally();
            new Session(way, fault, brief).judge(tally);
            if (tally.isSettled()) {
                break;
            }
        }
        return tally;
    }

    /** One session. */
    private static final class Session {

        private final SweepWay way;
        private final Fault fault;
        private final Duration brief;
        private final CountDownLatch happened = new CountDownLatch(1);

        Session(SweepWay way, Fault fault, Duration brief) {
            this.way = way;
            this.fault = fault;
            this.brief = brief;
        }

        void judge(Sweep.Tally tally) throws Exception {
            Script script = Script.script().onContent(FAULT_AT);
            script = fault.ends().apply(fault.says().isEmpty() ? script : script.send(fault.says()));
            try (LabServer server = LabServer.start(way.lab().script(script).listener(new LabListener() {
                @Override
                public void line(LabSession session, TranscriptLine line) {
                    // The remark comes when all that was to be said is on its way.
                    if (line.text().startsWith("By script")) {
                        happened.countDown();
                    }
                }
            }).build())) {
                long start = System.nanoTime();
                Outcome outcome = send(server);
                tally.took(System.nanoTime() - start);
                server.awaitSessionEnd(AMPLE);
                tally.outcome(outcome.state(), (int) server.messageCount(), outcome.reason());
                if (!List.of(fault.states().split("\\|")).contains(outcome.state())) {
                    tally.off("expected " + fault.states() + ", found " + outcome);
                }
                if (fault.says().matches("[45].*\r\n") && outcome.reply().isEmpty()) {
                    tally.off("the server's words are lost: " + outcome.reason());
                }
            }
        }

        private Outcome send(LabServer server) throws SmtpException {
            Timeouts timeouts = new Timeouts(AMPLE, AMPLE, AMPLE, AMPLE, brief, brief, brief);
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, way.mode()).withTimeouts(timeouts),
                    event -> { })) {
                connection.connect();
                Outcome outcome = connection.send(new Submission(Peer.ENVELOPE, content())).outcomes().get(0);
                connection.quit();
                return outcome;
            }
        }

        private OutgoingContent content() {
            return new EndNoted(Peer.content("")) {
                @Override
                public long size() {
                    return (long) LINES * LINE.length;
                }

                @Override
                public void writeTo(ContentSink sink) throws IOException {
                    for (int i = 0; i < LINES; i++) {
                        if (i == WAITS_AT) {
                            awaitFault();
                        }
                        sink.write(LINE, 0, LINE.length);
                    }
                }
            };
        }

        private void awaitFault() throws IOException {
            try {
                if (!happened.await(AMPLE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("the fault did not happen");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
