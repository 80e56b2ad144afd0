// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/**
 * Every fault at every step: whatever the server does, the report never claims more than is known, and nothing is lost
 * or sent twice. What the server stored is the judge.
 */
class FaultSweepTest {

    private static final Timeouts BRIEF = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofMillis(60), Duration.ofMillis(60), Duration.ofMillis(60), Duration.ofMillis(60),
            Duration.ofMillis(60));
    private static final List<Stage> STEPS = List.of(Stage.GREETING, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA,
            Stage.BDAT, Stage.END_OF_DATA, Stage.RSET, Stage.QUIT);
    private static final String BODY = "Subject: fault\r\n\r\n" + ("." + "x".repeat(900) + "\r\n").repeat(400);
    private static final String SMALL = "Subject: fault\r\n\r\n" + ("." + "x".repeat(60) + "\r\n").repeat(30);

    enum Ways {
        LOCKSTEP(LabTls.NONE, LabExtension.PIPELINING, LabExtension.CHUNKING),
        GROUPS(LabTls.NONE, LabExtension.CHUNKING),
        CHUNKS(LabTls.NONE, LabExtension.PIPELINING),
        IN_FLIGHT(LabTls.NONE),
        IN_FLIGHT_OVER_TLS(LabTls.IMPLICIT),
        LOCKSTEP_OVER_TLS(LabTls.STARTTLS, LabExtension.PIPELINING, LabExtension.CHUNKING);

        private final LabTls tls;
        private final LabExtension[] missing;

        Ways(LabTls tls, LabExtension... missing) {
            this.tls = tls;
            this.missing = missing;
        }

        private TlsMode mode() {
            return switch (tls) {
                case NONE -> TlsMode.NONE;
                case STARTTLS -> TlsMode.REQUIRED;
                case IMPLICIT -> TlsMode.IMPLICIT;
            };
        }
    }

    private static Map<String, UnaryOperator<Script>> faults() {
        Map<String, UnaryOperator<Script>> faults = new LinkedHashMap<>();
        faults.put("close", Script::close);
        faults.put("reset", Script::reset);
        faults.put("stall", Script::stall);
        faults.put("half-close", Script::halfClose);
        faults.put("421", script -> script.reply("421 4.3.2 bye").close());
        faults.put("421 and goes on", script -> script.reply("421 4.3.2 bye"));
        faults.put("451", script -> script.reply("451 4.3.0 later"));
        faults.put("554", script -> script.reply("554 5.3.0 never"));
        faults.put("garbage", script -> script.send("!!garbage!!\r\n"));
        faults.put("mixed codes", script -> script.send("250-yes\r\n550 no\r\n"));
        faults.put("half a reply", script -> script.send("25").close());
        faults.put("half a reply, reset", script -> script.send("250-yes\r\n").reset());
        faults.put("half a reply, stall", script -> script.send("250 ye").stall());
        faults.put("NUL", script -> script.send("250 \0\r\n"));
        faults.put("endless line", script -> script.send("250 " + "x".repeat(100_000)).close());
        faults.put("endless reply", script -> script.send("250-x\r\n".repeat(5000)).close());
        faults.put("extra reply", script -> script.usual().send("250 and another\r\n"));
        faults.put("then close", script -> script.usual().close());
        faults.put("then reset", script -> script.usual().reset());
        faults.put("nothing, then close", script -> script.swallow().close());
        faults.put("late", script -> script.delay(Duration.ofMillis(15)).usual());
        return faults;
    }

    @Test
    void neverClaimsMoreThanIsKnownAtAnyStepOfThreeMessages() throws InterruptedException {
        List<Sweep.Case> cases = new ArrayList<>();
        for (Ways way : Ways.values()) {
            for (Stage step : STEPS) {
                faults().forEach((name, fault) -> {
                    Script script = fault.apply(Script.script().on(step));
                    cases.add(new Sweep.Case(way + ", large, " + step + ", " + name, () -> judge(way, BODY, script)));
                    cases.add(new Sweep.Case(way + ", small, " + step + ", " + name, () -> judge(way, SMALL, script)));
                });
            }
        }
        Sweep.run("faults among three messages", cases, 200);
    }

    @Test
    void neverClaimsMoreThanIsKnownWhereverTheContentIsCut() throws InterruptedException {
        List<Sweep.Case> cases = new ArrayList<>();
        int length = BODY.length();
        for (Ways way : Ways.values()) {
            for (int offset : new int[] {0, 1, 2, 17, 100, 5000, 65_535, 65_536, 65_537, 131_072, 200_000,
                length - 900, length - 3, length - 2, length - 1}) {
                for (String fault : List.of("close", "reset", "stall", "554 early", "451 early", "421 early")) {
                    cases.add(new Sweep.Case(way + ", offset " + offset + ", " + fault,
                            () -> judge(way, BODY, contentFault(offset, fault))));
                }
            }
        }
        Sweep.run("faults within the content of three messages", cases, 100);
    }

    private static Script contentFault(int offset, String fault) {
        Script at = Script.script().onContent(offset);
        return switch (fault) {
            case "close" -> at.close();
            case "reset" -> at.reset();
            case "stall" -> at.stall();
            default -> at.send(fault + "\r\n").close();
        };
    }

    /** Sends three messages, and judges what was claimed. */
    private static Sweep.Tally judge(Ways way, String body, Script script) throws Exception {
        LabSettings settings = LabSettings.builder().tls(way.tls).certificate(Peer.CERTIFICATE).without(way.missing)
                .script(script.nthOverall(1)).build();
        Sweep.Tally tally = new Sweep.Tally();
        try (LabServer server = LabServer.start(settings)) {
            long start = System.nanoTime();
            List<TransactionResult> results = send(server, way, body);
            tally.took(System.nanoTime() - start);
            server.awaitSessionEnd(Duration.ofSeconds(10));
            Map<String, Integer> stored = new LinkedHashMap<>();
            server.messages().forEach(message -> message.recipientAddresses()
                    .forEach(address -> stored.merge(address, 1, Integer::sum)));
            results.stream().flatMap(result -> result.outcomes().stream()).forEach(outcome -> {
                Integer copies = stored.remove(outcome.recipient());
                tally.outcome(outcome.state(), copies == null ? 0 : copies, outcome.toString());
            });
            stored.forEach((address, copies) -> tally.off("stored and never reported: " + address));
        }
        return tally;
    }

    private static List<TransactionResult> send(LabServer server, Ways way, String body) {
        List<TransactionResult> results = new ArrayList<>();
        try (SmtpConnection connection = new SmtpConnection(Peer.to(server, way.mode()).withTimeouts(BRIEF),
                e -> { })) {
            connection.connect();
            connection.sendAll(List.of(letter("one@example.org", body), letter("reject5@example.org", body),
                    letter("two@example.org", body)).iterator(), results::add);
            connection.quit();
        } catch (SmtpException e) {
            assertThat(results).as(e.getMessage()).isEmpty();
        }
        return results;
    }

    private static Submission letter(String recipient, String body) {
        return new Submission(Envelope.of("a@example.org", recipient), Peer.content(body));
    }
}
