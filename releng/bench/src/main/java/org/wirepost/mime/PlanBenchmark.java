// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Small messages, from addresses as text to the last octet. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlanBenchmark {

    private static final String TEXT = "Dear reader, this line is sixty-nine characters long without its end.\r\n"
            .repeat(24);

    private int number;

    /** Parses the two addresses. */
    @Benchmark
    public List<Mailbox> addresses() throws AddressException {
        return List.of(AddressParser.parseMailbox("Ann Author <ann@example.org>"),
                AddressParser.parseMailbox("Rob Reader <rob@example.net>"));
    }

    /** Builds the message, addresses included. */
    @Benchmark
    public Message message() throws AddressException {
        List<Mailbox> people = addresses();
        return Message.builder().from(people.get(0)).to(List.of(people.get(1))).subject("Message number " + number++)
                .text(TEXT).build();
    }

    /** Plans it as well. */
    @Benchmark
    public MimePlan plan() throws AddressException, IOException {
        return MimePlan.of(message(), Limits.EIGHT_BIT, PlanSettings.standard());
    }

    /** Writes it as well. */
    @Benchmark
    public long write() throws AddressException, IOException {
        long[] count = new long[1];
        plan().writeTo((MimeSink) (octets, from, length) -> count[0] += octets[from] + length);
        return count[0];
    }
}
