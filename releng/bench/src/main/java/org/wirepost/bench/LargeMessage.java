// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import org.wirepost.bench.client.AngusSend;
import org.wirepost.bench.client.WirepostSend;

/**
 * One message with a large attachment, each time by a new process.
 *
 * @param mebibytes size of the attachment
 * @param runs paired runs
 * @param tls whether over TLS 1.3, by STARTTLS
 */
record LargeMessage(long mebibytes, int runs, boolean tls) implements Section {

    private static final String ANGUS = "Angus Mail, DATA";
    private static final String DATA = "Wirepost, DATA";
    private static final String BDAT = "Wirepost, BDAT";
    private static final String BINARY = "Wirepost, BINARYMIME";
    private static final String PRODUCT = "wirepost send, DATA";

    @Override
    public void run(Bed bed, Results results) throws IOException, InterruptedException {
        String file = bed.file(mebibytes).toString();
        String ca = bed.ca(tls);
        try (Sink plain = bed.sink(tls, "PIPELINING", "8BITMIME", "SIZE");
                Sink chunking = bed.sink(tls, "PIPELINING", "8BITMIME", "SIZE", "CHUNKING");
                Sink binary = bed.sink(tls, "PIPELINING", "8BITMIME", "SIZE", "CHUNKING", "BINARYMIME")) {
            Comparison comparison = new Comparison()
                    .add(ANGUS, () -> bed.java(AngusSend.class, plain.port(), ca, file))
                    .add(DATA, () -> bed.java(WirepostSend.class, plain.port(), ca, file))
                    .add(BDAT, () -> bed.java(WirepostSend.class, chunking.port(), ca, file))
                    .add(BINARY, () -> bed.java(WirepostSend.class, binary.port(), ca, file));
            if (bed.product().isPresent()) {
                comparison.add(PRODUCT, () -> ColdStart.send(bed, plain.port(), tls, "--attach", file));
            }
            comparison.run(runs);
            results.add(table(comparison));
            if (!tls) {
                targets(comparison, results);
            }
        } finally {
            Path.of(file).toFile().delete();
        }
    }

    private Table table(Comparison comparison) {
        Table table = new Table("One message with an attachment of " + mebibytes + " MiB" + (tls ? ", TLS 1.3" : "")
                + ", -Xmx64m, median of " + runs,
                "Sending: from the draft to the reply to QUIT, in a virtual machine that has just started. Process:"
                        + " with its start and end.",
                new Table.Column("client", "", 0), new Table.Column("sendingMBps", "sending MB/s", 0),
                new Table.Column("sendingRatio", "x Angus", 2), new Table.Column("processMBps", "process MB/s", 0),
                new Table.Column("processRatio", "x Angus", 2), new Table.Column("cpuPerGiB", "CPU s/GiB", 2),
                new Table.Column("cpuRatio", "x Angus", 2), new Table.Column("peakMiB", "peak MiB", 0));
        for (String label : comparison.labels()) {
            boolean rounds = !label.equals(PRODUCT);
            table.row(label, rounds ? comparison.median(label, sending()) : Double.NaN,
                    rounds ? comparison.ratio(label, sending()) : Double.NaN,
                    comparison.median(label, process()), comparison.ratio(label, process()),
                    comparison.median(label, cpu()), comparison.ratio(label, cpu()),
                    comparison.median(label, Sample::peakMiB));
        }
        return table;
    }

    private void targets(Comparison comparison, Results results) {
        String what = mebibytes + " MiB by ";
        results.add(Target.atLeast(what + "DATA, speed x Angus", 4, comparison.ratio(DATA, sending())));
        results.add(Target.atLeast(what + "BDAT, speed x Angus", 4, comparison.ratio(BDAT, sending())));
        results.add(Target.atLeast(what + "BINARYMIME, speed x Angus", 6, comparison.ratio(BINARY, sending())));
        for (String label : comparison.labels()) {
            if (!label.equals(ANGUS)) {
                results.add(Target.atMost(mebibytes + " MiB, " + label + ", peak MiB", 100,
                        comparison.median(label, Sample::peakMiB)));
                results.add(Target.atMost(mebibytes + " MiB, " + label + ", CPU x Angus", 0.27,
                        comparison.ratio(label, cpu())));
            }
        }
    }

    private double megabytes() {
        return mebibytes * 1.048576;
    }

    private ToDoubleFunction<Sample> sending() {
        return sample -> megabytes() / sample.first().wall();
    }

    private ToDoubleFunction<Sample> process() {
        return sample -> megabytes() / sample.wall();
    }

    private ToDoubleFunction<Sample> cpu() {
        return sample -> sample.cpu() * 1024 / mebibytes;
    }
}
