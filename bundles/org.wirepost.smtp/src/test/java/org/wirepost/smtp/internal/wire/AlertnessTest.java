// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class AlertnessTest {

    private final Alertness alertness = new Alertness();

    private int waits(int count, boolean something) {
        int awake = 0;
        for (int i = 0; i < count; i++) {
            if (alertness.isWorthIt()) {
                awake++;
                alertness.wasWorthIt(something);
            }
        }
        return awake;
    }

    @Test
    void staysAwakeAsLongAsThatPaysOff() {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("processors").isGreaterThan(1);
        assertThat(waits(1000, true)).isEqualTo(1000);
    }

    @Test
    void seldomStaysAwakeForAServerThatIsFarAway() {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("processors").isGreaterThan(1);
        assertThat(waits(15, false)).isEqualTo(4);
        assertThat(waits(100_000, false)).isLessThan(110);
    }

    @Test
    void staysAwakeAgainOnceSomethingComesInTime() {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("processors").isGreaterThan(1);
        waits(1000, false);
        waits(1024, true);
        assertThat(waits(10, true)).isEqualTo(10);
    }
}
