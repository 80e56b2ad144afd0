// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long TENTH = 100_000_000L;

    private long now = 1;
    private final Pace pace = new Pace(() -> now);

    @Test
    void claimsNothingBeforeItCanKnow() {
        pace.add(1000, 100_000);
        now += TENTH;
        pace.add(2000, 100_000);
        assertThat(pace.speed()).isEmpty();
        assertThat(pace.left()).isEmpty();
        assertThat(pace.permille()).isEqualTo(20);
    }

    @Test
    void tellsSpeedAndTimeLeft() {
        for (int i = 0; i <= 20; i++) {
            pace.add(1000L * i, 100_000);
            now += TENTH;
        }
        assertThat(pace.speed()).hasValue(10_000);
        assertThat(pace.left()).contains(Duration.ofSeconds(8));
    }

    @Test
    void forgetsAFastBeginning() {
        pace.add(0, 100_000_000);
        now += TENTH;
        pace.add(50_000_000, 100_000_000);
        for (int i = 1; i <= 300; i++) {
            now += TENTH;
            pace.add(50_000_000 + 1000L * i, 100_000_000);
        }
        assertThat(pace.speed().getAsLong()).isBetween(9_000L, 2_000_000L);
    }

    @Test
    void hasNothingLeftAtTheEnd() {
        pace.add(0, 10);
        now += 10 * TENTH;
        pace.add(10, 10);
        assertThat(pace.left()).isEmpty();
        assertThat(pace.permille()).isEqualTo(1000);
    }
}
