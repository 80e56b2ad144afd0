// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wirepost.bench.client.AngusSend;
import org.wirepost.bench.client.WirepostBatch;
import org.wirepost.bench.client.WirepostSend;

/**
 * Whether memory stays the same however large the attachment and however long the batch.
 *
 * @param mebibytes sizes of attachments, the smallest first
 * @param messages lengths of batches, the shortest first
 * @param runs paired runs
 */
record ConstantMemory(List<Long> mebibytes, List<Integer> messages, int runs) implements Section {

    @Override
    public void run(Bed bed, Results results) throws IOException, InterruptedException {
        attachments(bed, results);
        batches(bed, results);
    }

    private void attachments(Bed bed, Results results) throws IOException, InterruptedException {
        Table table = table("attachment of", "Angus Mail", "Wirepost");
        Comparison angus = new Comparison();
        Comparison wirepost = new Comparison();
        try (Sink sink = bed.sink(false, "PIPELINING", "8BITMIME", "SIZE")) {
            for (long size : mebibytes) {
                Path file = bed.file(size);
                String label = size + " MiB";
                angus.add(label, () -> bed.java(AngusSend.class, sink.port(), "-", file.toString()));
                wirepost.add(label, () -> bed.java(WirepostSend.class, sink.port(), "-", file.toString()));
            }
            angus.run(runs);
            wirepost.run(runs);
        }
        for (String label : angus.labels()) {
            table.row(label, angus.median(label, Sample::peakMiB), wirepost.median(label, Sample::peakMiB));
        }
        results.add(table);
        results.add(growth("peak MiB, largest attachment over smallest", wirepost));
        results.add(Target.atMost("peak MiB with the largest attachment", 100,
                wirepost.median(last(wirepost.labels()), Sample::peakMiB)));
    }

    private void batches(Bed bed, Results results) throws IOException, InterruptedException {
        Table table = table("batch of", "PIPELINING", "CHUNKING");
        Comparison pipelining = new Comparison();
        Comparison chunking = new Comparison();
        try (Sink groups = bed.sink(false, "PIPELINING", "8BITMIME", "SIZE");
                Sink chunks = bed.sink(false, "PIPELINING", "8BITMIME", "SIZE", "CHUNKING")) {
            for (int count : messages) {
                String number = Integer.toString(count);
                String label = count + " messages";
                pipelining.add(label, () -> bed.java(WirepostBatch.class, groups.port(), "-", number, "1", "0"));
                chunking.add(label, () -> bed.java(WirepostBatch.class, chunks.port(), "-", number, "1", "0"));
            }
            pipelining.run(runs);
            chunking.run(runs);
        }
        for (String label : pipelining.labels()) {
            table.row(label, pipelining.median(label, Sample::peakMiB), chunking.median(label, Sample::peakMiB));
        }
        results.add(table);
        results.add(growth("peak MiB, longest batch over shortest, PIPELINING", pipelining));
        results.add(growth("peak MiB, longest batch over shortest, CHUNKING", chunking));
    }

    private Table table(String what, String one, String other) {
        return new Table("Peak of resident memory in MiB, -Xmx64m, median of " + runs, "",
                new Table.Column("what", what, 0), new Table.Column("first", one, 0),
                new Table.Column("second", other, 0));
    }

    /** Resident memory moves by some MiB with every garbage collection; more than a quarter would be growth. */
    private static Target growth(String what, Comparison comparison) {
        return Target.atMost(what, 1.25, comparison.ratio(last(comparison.labels()), Sample::peakMiB));
    }

    private static String last(List<String> labels) {
        return labels.get(labels.size() - 1);
    }
}
