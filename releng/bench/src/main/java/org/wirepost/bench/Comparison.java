// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Runs contenders in turn, round after round, so that whatever else the machine does hits all of them alike. A ratio is
 * the median of the ratios within the rounds, not the ratio of two medians.
 */
final class Comparison {

    /** One process to be measured. */
    interface Contender {
        Sample run() throws IOException, InterruptedException;
    }

    private final Consumer<String> progress;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** Tells its progress on standard error. */
    Comparison() {
        this(System.err::println);
    }

    Comparison(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Adds a contender; the first one is what the others are compared with. */
    Comparison add(String label, Contender contender) {
        contenders.put(label, contender);
        samples.put(label, new ArrayList<>());
        return this;
    }

    /** Runs everybody so many times. */
    Comparison run(int rounds) throws IOException, InterruptedException {
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                progress.accept("  " + (i + 1) + "/" + rounds + " " + each.getKey());
                samples.get(each.getKey()).add(each.getValue().run());
            }
        }
        return this;
    }

    List<String> labels() {
        return List.copyOf(contenders.keySet());
    }

    /** The median of a figure. */
    double median(String label, ToDoubleFunction<Sample> figure) {
        return median(samples.get(label).stream().mapToDouble(figure).toArray());
    }

    /** How many times as much as the first contender, by the median of all rounds. */
    double ratio(String label, ToDoubleFunction<Sample> figure) {
        List<Sample> own = samples.get(label);
        List<Sample> others = samples.values().iterator().next();
        double[] ratios = new double[own.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(others.get(i));
        }
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
