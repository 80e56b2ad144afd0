// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void takesTheMedianOfTheRatiosWithinTheRounds() throws Exception {
        Comparison comparison = new Comparison(line -> { }).add("slow", contender("slow", 10, 40, 10))
                .add("fast", contender("fast", 5, 10, 2)).run(3);

        assertThat(comparison.ratio("fast", Sample::wall)).isCloseTo(0.25, within(1e-9));
        assertThat(comparison.ratio("slow", Sample::wall)).isEqualTo(1);
        assertThat(comparison.median("fast", Sample::wall)).isEqualTo(5);
    }

    @Test
    void letsTheContendersTakeTurns() throws Exception {
        new Comparison(line -> { }).add("one", contender("one", 1, 1)).add("other", contender("other", 1, 1)).run(2);

        assertThat(order).containsExactly("one", "other", "one", "other");
    }

    @Test
    void putsTheMedianOfAnEvenNumberInTheMiddle() {
        assertThat(Comparison.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    private Comparison.Contender contender(String label, double... walls) {
        Iterator<Double> next = Arrays.stream(walls).iterator();
        return () -> {
            order.add(label);
            return new Sample(next.next(), 0, 0, List.of());
        };
    }
}
