// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.lab.LabServer;

/** Servers that do not end what they say need no more memory and no more time than others. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EndlessTest {

    private static final int SAMPLE = 40;
    private static final List<SweepFault> FAULTS = List.of(SweepFault.ENDLESS_LINE, SweepFault.ENDLESS_REPLY,
            SweepFault.ENDLESS_NUL, SweepFault.LONG_LINE, SweepFault.LARGE_REPLY);
    private static final List<SweepStep> STEPS = List.of(SweepStep.GREETING, SweepStep.EHLO, SweepStep.STARTTLS,
            SweepStep.HANDSHAKE, SweepStep.EHLO_WITHIN_TLS, SweepStep.MAIL, SweepStep.RCPT_1, SweepStep.RCPT_2,
            SweepStep.DATA, SweepStep.CHUNK, SweepStep.END, SweepStep.QUIT);

    private record Place(SweepWay way, SweepStep step, SweepFault fault) { }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (SweepWay way : SweepWay.all()) {
            for (SweepStep step : STEPS) {
                for (SweepFault fault : FAULTS) {
                    // Nothing precedes B here, so that DATA comes once.
                    if (step.has(way, fault) && !(step == SweepStep.DATA && way.pipelined())) {
                        places.add(new Place(way, step, fault));
                    }
                }
            }
        }
        Collections.shuffle(places, new Random(4));
        return Sweep.full() ? places : places.subList(0, SAMPLE);
    }

    @Test
    void repliesWithoutEndFitIntoLittleMemory() throws Exception {
        List<Place> places = places();
        List<LabServer> servers = new ArrayList<>();
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                    System.getProperty("java.class.path"), EndlessClient.class.getName(),
                    Base64.getEncoder().encodeToString(Peer.CERTIFICATE.ca().getEncoded())));
            for (Place place : places) {
                LabServer server = LabServer.start(place.way().lab()
                        .script(place.fault().in(place.step().begin(place.way()))).build());
                servers.add(server);
                command.add(place.way().mode() + "," + server.port() + "," + place.step().octets(place.way()));
            }
            compare(places, servers, lines(command));
        } finally {
            servers.forEach(LabServer::close);
        }
    }

    private static List<String> lines(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } finally {
            process.destroy();
        }
    }

    private static void compare(List<Place> places, List<LabServer> servers, List<String> lines) throws Exception {
        assertThat(lines).as(() -> String.join("\n", lines)).hasSize(places.size() + 1);
        Sweep.Tally tally = new Sweep.Tally();
        for (int i = 0; i < places.size(); i++) {
            servers.get(i).awaitSessionEnd(Duration.ofSeconds(20));
            String[] words = lines.get(i).split(" ");
            tally.took(Long.parseLong(words[3]));
            if (!words[1].equals("nothing")) {
                tally.outcome(words[1], (int) servers.get(i).messageCount(), places.get(i).toString());
                tally.outcome(words[2], (int) servers.get(i).messageCount(), places.get(i).toString());
            }
            check(places.get(i), words, tally);
        }
        long kept = Long.parseLong(lines.get(places.size()).substring("kept ".length()));
        System.out.printf(Locale.ROOT, "Sweep, endless replies with -Xmx64m: %d cases, %.1f MB held at the end; %s%n",
                places.size(), kept / 1e6, tally);
        assertThat(tally.wrong()).isEmpty();
    }

    private static void check(Place place, String[] words, Sweep.Tally tally) {
        FaultMatrix.Expected expected = FaultMatrix.of(place.way(), place.step(), place.fault());
        boolean right = expected.opening().equals("works") ? expected.allows(words[1], words[2])
                : words[1].equals("nothing");
        if (!right) {
            tally.off(place + ": expected " + expected + ", found " + words[1] + " " + words[2]);
        }
    }
}
