// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * The link is cut at every octet of a small session in both directions, and at a thousand places of a large one. In
 * clear the octets on the link tell what the outcome must be; under TLS the server's store is the judge.
 */
class LinkCutTest {

    private static final int SAMPLE = 150;
    private static final int PLACES = 1000;
    private static final Duration AMPLE = Duration.ofSeconds(20);
    /** A machine that is busy gets a second chance with more time. */
    private static final List<Duration> BRIEF = List.of(Duration.ofMillis(200), Duration.ofMillis(1500));
    private static final String SMALL = "Subject: cut\r\n\r\n.A line\r\n";
    private static final String LARGE = "Subject: cut\r\n\r\n" + ("." + "x".repeat(70) + "\r\n").repeat(41_000);
    private static final Pattern CHUNK = Pattern.compile("BDAT ([0-9]+)( LAST)?\r\n");
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Map<String, Integer> stored = new ConcurrentHashMap<>();
    private final Map<SweepWay, LabServer> servers = new LinkedHashMap<>();

    @Test
    void nothingIsLostWhereverALinkOfASmallSessionIsCut() throws Exception {
        List<Sweep.Case> cases = new ArrayList<>();
        for (SweepWay way : ways()) {
            for (boolean upward : new boolean[] {false, true}) {
                // Under TLS a session may have some octets more or fewer each time.
                long octets = measured(way, SMALL, upward) + (way.tls() == LabTls.NONE ? 1 : 4);
                for (long at = 0; at <= octets; at++) {
                    addCuts(cases, way, SMALL, upward, at);
                }
            }
        }
        Sweep.run("cuts of a small session", cases, SAMPLE, this::closeServers);
    }

    @Test
    void nothingIsLostWhereverALinkOfALargeSessionIsCut() throws Exception {
        List<Sweep.Case> cases = new ArrayList<>();
        List<SweepWay> ways = ways();
        List<Long> sizes = new ArrayList<>();
        for (SweepWay way : ways) {
            sizes.add(measured(way, LARGE, true));
        }
        long[] random = new Random(10).longs(PLACES, 0, Long.MAX_VALUE).toArray();
        LongStream.range(0, PLACES).forEach(i -> {
            int way = (int) (i % ways.size());
            addCuts(cases, ways.get(way), LARGE, true, random[(int) i] % sizes.get(way));
        });
        Sweep.run("cuts of a large session", cases, 30, this::closeServers);
    }

    private static List<SweepWay> ways() {
        return SweepWay.all().stream().filter(way -> way.tls() != LabTls.STARTTLS).toList();
    }

    private void addCuts(List<Sweep.Case> cases, SweepWay way, String text, boolean upward, long at) {
        for (CutLink.How how : CutLink.How.values()) {
            if (how != CutLink.How.DRIP || at % 16 == 0) {
                cases.add(new Sweep.Case(way + ", " + (upward ? "client" : "server") + "'s octet " + at + ", " + how,
                        () -> judge(way, text, upward, at, how)));
            }
        }
    }

    private Sweep.Tally judge(SweepWay way, String text, boolean upward, long at, CutLink.How how) throws Exception {
        boolean waits = how == CutLink.How.STALL || how == CutLink.How.DRIP;
        Sweep.Tally tally = new Sweep.Tally();
        for (Duration limit : waits ? BRIEF : List.of(AMPLE)) {
            tally = new Sweep.Tally();
            try (CutLink link = new CutLink(server(way).port(), upward, at, how)) {
                new Session(way, text, limit).run(link, how, tally);
            }
            if (tally.wrong().isEmpty()) {
                break;
            }
        }
        return tally;
    }

    /** How many octets go this way when nothing is cut. */
    private long measured(SweepWay way, String text, boolean ofClient) throws Exception {
        Sweep.Tally tally = new Sweep.Tally();
        try (CutLink link = new CutLink(server(way).port(), true, Long.MAX_VALUE, CutLink.How.FIN)) {
            Session session = new Session(way, text, AMPLE);
            session.run(link, CutLink.How.FIN, tally);
            assertThat(session.states).containsExactly("accepted", "accepted");
            assertThat(tally.wrong()).isEmpty();
            return link.octets(ofClient);
        }
    }

    private LabServer server(SweepWay way) throws IOException {
        synchronized (servers) {
            LabServer server = servers.get(way);
            if (server == null) {
                server = LabServer.start(way.lab().listener(new LabListener() {
                    @Override
                    public void messageStored(LabSession session, StoredMessage message) {
                        message.recipientAddresses().forEach(address -> stored.merge(address, 1, Integer::sum));
                    }
                }).limits(limits -> limits.withKeptMessages(1).withKeptSessions(1)).build());
                servers.put(way, server);
            }
            return server;
        }
    }

    /** Only what the servers have done in the end counts. */
    private void closeServers() {
        servers.values().forEach(LabServer::close);
    }

    /** One session over a link. */
    private final class Session {

        private final SweepWay way;
        private final String text;
        private final Duration limit;
        private final int name = NAMES.incrementAndGet();
        private final List<String> states = new ArrayList<>();
        private String words = "";

        Session(SweepWay way, String text, Duration limit) {
            this.way = way;
            this.text = text;
            this.limit = limit;
        }

        void run(CutLink link, CutLink.How how, Sweep.Tally tally) throws InterruptedException {
            EndNoted content = new EndNoted(Peer.content(text));
            String one = "one-" + name + "@example.org";
            String two = "two-" + name + "@example.org";
            long start = System.nanoTime();
            send(link, content, one, two);
            long took = System.nanoTime() - start;
            tally.took(took);
            if (took > limit.multipliedBy(6).plus(AMPLE).toNanos()) {
                tally.off("the session took " + took / 1_000_000 + " ms");
            }
            link.awaitEnd();
            if (states.contains("unknown") && !content.ended()) {
                tally.off("unknown although the end had not left");
            }
            if (way.tls() == LabTls.NONE && !states.isEmpty() && how != CutLink.How.DRIP) {
                List<String> expected = expected(link, how);
                if (states.stream().anyMatch(state -> !expected.contains(state))) {
                    tally.off("expected " + expected + ", found " + states + " " + words);
                }
            }
            tally.later(() -> settle(tally, List.of(one, two)));
        }

        private void send(CutLink link, OutgoingContent content, String one, String two) {
            Timeouts timeouts = new Timeouts(AMPLE, limit, limit, limit, limit, limit, limit);
            try (SmtpConnection connection = new SmtpConnection(Peer.settings(link.port(), way.mode())
                    .withTimeouts(timeouts), event -> { })) {
                connection.connect();
                TransactionResult result = connection.send(new Submission(Envelope.of("b@example.org", one, two),
                        content));
                for (Outcome outcome : result.outcomes()) {
                    states.add(outcome.state());
                    words = outcome.reason();
                }
                connection.quit();
            } catch (SmtpException e) {
                words = e.getMessage();
                if (e.isPermanent()) {
                    words = "given up for good: " + words;
                }
            }
        }

        /** What the octets on the link make of it. */
        private List<String> expected(CutLink link, CutLink.How how) {
            boolean reset = how == CutLink.How.RST;
            if (link.reachedClient().matches("(?s).*\r\n250 [^\r]* as message [0-9]+\r\n.*")) {
                return reset ? List.of("accepted", "unknown") : List.of("accepted");
            }
            // A reset throws away what has left the client and was not read.
            boolean left = text.equals(LARGE) || isComplete(link.sentByClient());
            return reset || text.equals(LARGE) ? List.of("deferred", "unknown")
                    : List.of(left ? "unknown" : "deferred");
        }

        private boolean isComplete(String sent) {
            if (!way.chunks()) {
                return sent.contains("\r\n.\r\n");
            }
            Matcher matcher = CHUNK.matcher(sent);
            return matcher.find() && sent.length() >= matcher.end() + Integer.parseInt(matcher.group(1));
        }

        private void settle(Sweep.Tally tally, List<String> recipients) {
            for (int i = 0; i < recipients.size(); i++) {
                int copies = stored.getOrDefault(recipients.get(i), 0);
                if (!states.isEmpty()) {
                    tally.outcome(states.get(i), copies, words);
                } else if (copies > 0) {
                    tally.off("stored and never reported");
                }
            }
            if (words.startsWith("given up for good")) {
                tally.off(words);
            }
        }
    }
}
