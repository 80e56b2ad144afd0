// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.wirepost.smtp.dialogue.Reply;

/** Reads the replies to one message; the score is for one reply. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReplyBenchmark {

    private static final int REPLIES = 4;

    private final Loop wire = new Loop(("250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 End data with <CR><LF>.<CR><LF>\r\n"
            + "250 2.0.0 Ok: queued as 4TQ2kL0Zz1z5\r\n").getBytes(StandardCharsets.US_ASCII));
    private final ReplyReader reader = new ReplyReader(new ReplyReader.Oddities() {
        @Override
        public void bareLineFeed() {
            throw new IllegalStateException();
        }

        @Override
        public void emptyLine(byte[] octets) {
            throw new IllegalStateException();
        }
    });

    /** Cuts and parses. */
    @Benchmark
    @OperationsPerInvocation(REPLIES)
    public void read(Blackhole hole) throws IOException {
        for (int i = 0; i < REPLIES; i++) {
            Optional<Reply> reply = reader.read(wire, 0);
            hole.consume(reply.orElseThrow().enhanced());
        }
    }
}
