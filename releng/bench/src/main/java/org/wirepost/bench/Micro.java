// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Single methods, by JMH.
 *
 * @param quick whether short iterations are enough
 */
record Micro(boolean quick) implements Section {

    @Override
    public void run(Bed bed, Results results) throws IOException {
        TimeValue time = TimeValue.milliseconds(quick ? 100 : 1000);
        ChainedOptionsBuilder options = new OptionsBuilder().include("org\\.wirepost\\..*Benchmark")
                .forks(quick ? 1 : 2).warmupIterations(quick ? 2 : 5).warmupTime(time)
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(time).verbosity(VerboseMode.SILENT).jvmArgs("-Xmx256m");
        try {
            results.add(table(new Runner(options.build()).run()));
        } catch (RunnerException e) {
            throw new IOException("The micro benchmarks do not run: " + e.getMessage(), e);
        }
    }

    private static Table table(Collection<RunResult> runs) {
        Table table = new Table("Micro benchmarks", "", new Table.Column("benchmark", "", 0),
                new Table.Column("score", "score", 1), new Table.Column("error", "+/-", 1),
                new Table.Column("unit", "unit", 0));
        for (RunResult run : runs) {
            Result<?> result = run.getPrimaryResult();
            String name = run.getParams().getBenchmark();
            table.row(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1), result.getScore(),
                    result.getScoreError(), result.getScoreUnit());
        }
        return table;
    }
}
