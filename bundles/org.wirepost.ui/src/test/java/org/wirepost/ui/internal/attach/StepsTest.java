// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    @ParameterizedTest
    @CsvSource({"0, 100", "-5, 5", "0, 65500", "0, 2147483647", "-2147483648, 2147483647", "100, 2000000"})
    void goesFromOneEndToTheOtherWithoutTurning(int min, int max) {
        Steps steps = new Steps(min, max);
        assertThat(steps.value(0)).isEqualTo(min);
        assertThat(steps.value(steps.last())).isEqualTo(max);
        for (int position = 1; position <= steps.last(); position++) {
            assertThat(steps.value(position)).isBetween(steps.value(position - 1), max);
            assertThat(Math.abs(steps.position(steps.value(position)) - position)).isLessThanOrEqualTo(20);
        }
    }
}
