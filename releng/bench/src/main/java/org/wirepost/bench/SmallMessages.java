// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.wirepost.bench.client.AngusBatch;
import org.wirepost.bench.client.WirepostBatch;

/**
 * Many small messages over one connection, each made from scratch; several rounds in one virtual machine.
 *
 * @param messages in each round
 * @param rounds in each process, at least, of which the last counts as warm
 * @param seconds that each process goes on, at least
 * @param runs paired runs
 * @param tls whether over TLS 1.3, by STARTTLS
 */
record SmallMessages(int messages, int rounds, int seconds, int runs, boolean tls) implements Section {

    private static final String ANGUS = "Angus Mail, lockstep";
    private static final String LOCKSTEP = "Wirepost, lockstep";
    private static final String PIPELINING = "Wirepost, PIPELINING";
    private static final String CHUNKING = "Wirepost, CHUNKING";

    @Override
    public void run(Bed bed, Results results) throws IOException, InterruptedException {
        String ca = bed.ca(tls);
        String count = Integer.toString(messages);
        String least = Integer.toString(rounds);
        String time = Integer.toString(seconds);
        try (Sink lockstep = bed.sink(tls, "8BITMIME", "SIZE");
                Sink pipelining = bed.sink(tls, "8BITMIME", "SIZE", "PIPELINING");
                Sink chunking = bed.sink(tls, "8BITMIME", "SIZE", "PIPELINING", "CHUNKING")) {
            Comparison comparison = new Comparison()
                    .add(ANGUS, () -> bed.java(AngusBatch.class, lockstep.port(), ca, count, least, time))
                    .add(LOCKSTEP, () -> bed.java(WirepostBatch.class, lockstep.port(), ca, count, least, time))
                    .add(PIPELINING, () -> bed.java(WirepostBatch.class, pipelining.port(), ca, count, least, time))
                    .add(CHUNKING, () -> bed.java(WirepostBatch.class, chunking.port(), ca, count, least, time))
                    .run(runs);
            results.add(table(comparison));
            if (!tls) {
                results.add(Target.atLeast("small messages by PIPELINING, speed x Angus", 8,
                        comparison.ratio(PIPELINING, warm())));
                results.add(Target.atLeast("small messages by CHUNKING, speed x Angus", 30,
                        comparison.ratio(CHUNKING, warm())));
            }
        }
    }

    private Table table(Comparison comparison) {
        Table table = new Table(messages + " messages of 2 KB over one connection" + (tls ? ", TLS 1.3" : "")
                + ", -Xmx64m, median of " + runs, "Warm: the last of at least " + rounds + " rounds and " + seconds
                        + " s in one process. Cold: the first round.",
                new Table.Column("client", "", 0), new Table.Column("perSecond", "warm/s", 0),
                new Table.Column("ratio", "x Angus", 2), new Table.Column("cpuMicros", "CPU us each", 1),
                new Table.Column("cpuRatio", "x Angus", 3),
                new Table.Column("allocatedKB", "KB allocated", 1),
                new Table.Column("coldPerSecond", "cold/s", 0), new Table.Column("coldRatio", "x Angus", 2),
                new Table.Column("peakMiB", "peak MiB", 0));
        for (String label : comparison.labels()) {
            table.row(label, comparison.median(label, warm()), comparison.ratio(label, warm()),
                    comparison.median(label, cpu()), comparison.ratio(label, cpu()),
                    comparison.median(label, sample -> sample.last().allocated() / 1e3 / messages),
                    comparison.median(label, cold()), comparison.ratio(label, cold()),
                    comparison.median(label, Sample::peakMiB));
        }
        return table;
    }

    private ToDoubleFunction<Sample> warm() {
        return sample -> messages / sample.last().wall();
    }

    private ToDoubleFunction<Sample> cold() {
        return sample -> messages / sample.first().wall();
    }

    private ToDoubleFunction<Sample> cpu() {
        return sample -> sample.last().cpu() * 1e6 / messages;
    }
}
