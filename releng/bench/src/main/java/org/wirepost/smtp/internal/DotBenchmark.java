// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Sends 1 MiB of text as the content of DATA; the score is MiB a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DotBenchmark {

    private static final int MIB = 1024 * 1024;

    private final Dialogue dialogue = new Dialogue(Timeouts.DEFAULT, DialogueListener.NONE);
    private byte[] text;

    /** Makes a text of which one line in eight begins with a dot. */
    @Setup
    public void write() {
        String lines = "A sentence. And another one, so that there are dots that do not matter.\r\n".repeat(7)
                + ".a line that begins with a dot\r\n";
        text = lines.repeat(MIB / lines.length()).getBytes(StandardCharsets.US_ASCII);
        dialogue.use(new Loop(new byte[0]));
    }

    /** Looks for dots and lone line ends, and doubles the dots that begin a line. */
    @Benchmark
    public long stuff() throws IOException {
        DataPipe pipe = new DataPipe(dialogue, text.length);
        pipe.write(text, 0, text.length);
        pipe.finish();
        return dialogue.outgoing().position();
    }
}
