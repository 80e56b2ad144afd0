// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writes messages of 1 MiB whose content needs a transfer encoding; the score is messages, that is MiB, a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EncodingBenchmark {

    private static final int MIB = 1024 * 1024;

    private byte[] octets;
    private MimePlan base64;
    private Message quotedPrintable;

    /** Plans the messages. */
    @Setup
    public void plan() throws IOException {
        octets = new byte[MIB];
        new Random(1).nextBytes(octets);
        base64 = MimePlan.of(message().attach(new Attachment(Source.of("random.bin", octets),
                "application/octet-stream", "random.bin", Disposition.ATTACHMENT, Optional.empty())).build(),
                Limits.SEVEN_BIT, PlanSettings.seeded(1));
        String line = "Grüße aus München, und mit den Grüßen kommt eine Zeile, die etwas länger ist als die anderen.\n";
        quotedPrintable = message().text(line.repeat(MIB / line.length())).build();
    }

    private static Message.Builder message() {
        try {
            return Message.builder().from(AddressParser.parseMailbox("ann@example.org"));
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An attachment as base64 lines. */
    @Benchmark
    public long base64() throws IOException {
        return written(base64);
    }

    /** A text as quoted-printable, which happens when the message is planned. */
    @Benchmark
    public long quotedPrintable() throws IOException {
        return written(MimePlan.of(quotedPrintable, Limits.SEVEN_BIT, PlanSettings.standard()));
    }

    /** For comparison: the JDK's encoder with line ends, on an array as a whole. */
    @Benchmark
    public byte[] base64OfTheJdk() {
        return Base64.getMimeEncoder().encode(octets);
    }

    private static long written(MimePlan plan) throws IOException {
        long[] count = new long[1];
        plan.writeTo((MimeSink) (written, from, length) -> count[0] += written[from] + length);
        return count[0];
    }
}
