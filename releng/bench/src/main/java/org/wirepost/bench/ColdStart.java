// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.wirepost.bench.client.AngusSend;
import org.wirepost.bench.client.Hello;
import org.wirepost.bench.client.WirepostSend;

/**
 * One small message by one process, from the archive that users unpack.
 *
 * @param runs paired runs
 */
record ColdStart(int runs) implements Section {

    private static final String ANGUS = "Angus Mail on a bare JVM";
    private static final String ANGUS_TLS = "Angus Mail on a bare JVM, STARTTLS";
    private static final String PRODUCT = "wirepost send";
    private static final String PRODUCT_TLS = "wirepost send, STARTTLS";
    private static final long ARCHIVE_SECONDS = 60;

    /** Sends by the product to a sink. */
    static Sample send(Bed bed, String port, boolean tls, String... more) throws IOException, InterruptedException {
        return send(bed, List.of(), port, tls, more);
    }

    static Sample send(Bed bed, List<String> options, String port, boolean tls, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("send", "--server", "smtp://127.0.0.1:" + port, "--ehlo",
                "localhost", "--from", "Ann Author <ann@example.org>", "--to", "Rob Reader <rob@example.net>",
                "--subject", "Message number 1", "--text", "A line and no more.", "-q"));
        arguments.addAll(tls ? List.of("--ca", bed.ca(true)) : List.of("--tls", "none"));
        arguments.addAll(Arrays.asList(more));
        return bed.product(options, arguments.toArray(String[]::new));
    }

    @Override
    public void run(Bed bed, Results results) throws IOException, InterruptedException {
        try (Sink plain = bed.sink(false, "PIPELINING", "8BITMIME", "SIZE");
                Sink secure = bed.sink(bed.hasTls(), "PIPELINING", "8BITMIME", "SIZE")) {
            Comparison comparison = new Comparison()
                    .add(ANGUS, () -> bed.java(AngusSend.class, plain.port(), "-"))
                    .add("Java, hello", () -> bed.java(Hello.class))
                    .add("Wirepost's libraries on a bare JVM", () -> bed.java(WirepostSend.class, plain.port(), "-"));
            Comparison overTls = new Comparison();
            if (bed.hasTls()) {
                overTls.add(ANGUS_TLS, () -> bed.java(AngusSend.class, secure.port(), bed.ca(true)))
                        .add("Wirepost's libraries on a bare JVM, STARTTLS",
                                () -> bed.java(WirepostSend.class, secure.port(), bed.ca(true)));
            }
            if (bed.product().isPresent()) {
                first(bed, plain.port(), results);
                comparison.add("wirepost --version", () -> bed.product(List.of(), "--version"))
                        .add(PRODUCT, () -> send(bed, plain.port(), false));
                if (bed.hasTls()) {
                    overTls.add(PRODUCT_TLS, () -> send(bed, secure.port(), true));
                }
            }
            results.add(table("plain", comparison.run(runs)));
            results.add(table("STARTTLS", overTls.run(runs)));
            if (bed.product().isPresent()) {
                targets(comparison, overTls, results);
                phases(bed, plain.port(), false, results);
                if (bed.hasTls()) {
                    phases(bed, secure.port(), true, results);
                }
            }
        }
    }

    /** The first start of an installation, and the wait for the class archive that it has made. */
    private static void first(Bed bed, String port, Results results) throws IOException, InterruptedException {
        Sample sample = send(bed, port, false);
        results.add(new Table("The first start after unpacking", "", new Table.Column("what", "", 0),
                new Table.Column("wallMs", "wall ms", 0), new Table.Column("cpuMs", "CPU ms", 0))
                .row(PRODUCT, sample.wall() * 1000, sample.cpu() * 1000));
        long deadline = System.nanoTime() + ARCHIVE_SECONDS * 1_000_000_000L;
        while (!hasArchive(bed.folder().resolve("home"))) {
            if (System.nanoTime() > deadline) {
                System.err.println("  no class archive after " + ARCHIVE_SECONDS + " s; going on without");
                return;
            }
            Thread.sleep(100);
        }
    }

    private static boolean hasArchive(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa"));
        }
    }

    private Table table(String title, Comparison comparison) {
        Table table = new Table("Cold start, one small message, " + title + ", median of " + runs, "",
                new Table.Column("what", "", 0), new Table.Column("wallMs", "wall ms", 0),
                new Table.Column("wallRatio", "x Angus", 2), new Table.Column("cpuMs", "CPU ms", 0),
                new Table.Column("cpuRatio", "x Angus", 2), new Table.Column("peakMiB", "peak MiB", 0));
        for (String label : comparison.labels()) {
            table.row(label, comparison.median(label, Sample::wall) * 1000, comparison.ratio(label, Sample::wall),
                    comparison.median(label, Sample::cpu) * 1000, comparison.ratio(label, Sample::cpu),
                    comparison.median(label, Sample::peakMiB));
        }
        return table;
    }

    private static void targets(Comparison plain, Comparison overTls, Results results) {
        results.add(Target.atMost("cold start, wall x Angus", 1, plain.ratio(PRODUCT, Sample::wall)));
        if (!overTls.labels().isEmpty()) {
            results.add(Target.atMost("cold start with STARTTLS, wall x Angus", 1,
                    overTls.ratio(PRODUCT_TLS, Sample::wall)));
        }
    }

    /** Where the time goes, told from when the first class of each part is loaded. */
    private void phases(Bed bed, String port, boolean tls, Results results) throws IOException, InterruptedException {
        List<ClassLog> logs = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        Path log = bed.folder().resolve("classes.log");
        for (int i = 0; i < Math.min(runs, 5); i++) {
            samples.add(send(bed, List.of(ClassLog.option(log)), port, tls));
            logs.add(ClassLog.read(log));
            Files.delete(log);
        }
        double wall = Comparison.median(samples.stream().mapToDouble(Sample::wall).toArray()) * 1000;
        results.add(ClassLog.table(tls ? ", STARTTLS" : "", logs, wall));
    }
}
