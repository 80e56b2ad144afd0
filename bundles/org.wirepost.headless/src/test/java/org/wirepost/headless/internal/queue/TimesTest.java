// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.headless.internal.cli.Fault;

class TimesTest {

    /** Noon in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");
    private final Times times = new Times(NOW, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"13:30|2026-11-24T12:30:00Z", "08:00|2026-11-25T07:00:00Z",
        "08:00:30|2026-11-25T07:00:30Z", "2026-11-25|2026-11-24T23:00:00Z",
        "2026-11-25 08:00|2026-11-25T07:00:00Z", "2026-11-25T08:00|2026-11-25T07:00:00Z",
        "2026-11-25T08:00Z|2026-11-25T08:00:00Z", "2026-11-25T08:00+05:00|2026-11-25T03:00:00Z",
        "2026-11-25 08:00-05:00|2026-11-25T13:00:00Z", " 13:30 |2026-11-24T12:30:00Z"})
    void readsTimesInTheZoneOfThisMachine(String text, Instant expected) throws Fault {
        assertThat(times.parse(text, "--at")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "25:00", "2026-13-01", "2026-11-25 25:00", "8", "-1",
        "2026-11-25T08:00+99"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> times.parse(text, "--at")).isInstanceOf(Fault.class)
                .hasMessageContaining("--at '" + text + "' is no time").hasMessageContaining("08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-11-24 11:59", "1999-12-31"})
    void refusesWhatHasPassed(String text) {
        assertThatThrownBy(() -> times.parse(text, "--at")).isInstanceOf(Fault.class).hasMessageContaining("passed");
    }

    @Test
    void saysTimesAsPeopleDo() {
        assertThat(times.of(NOW)).isEqualTo("12:00:00");
        assertThat(times.of(NOW.plusSeconds(86_400))).isEqualTo("2026-11-25 12:00");
        assertThat(times.distance(NOW)).isEqualTo("now");
        assertThat(times.distance(NOW.plusSeconds(300))).isEqualTo("in 5 min");
        assertThat(times.distance(NOW.minusSeconds(300))).isEqualTo("5 min ago");
        assertThat(times.due(NOW.minusSeconds(300))).isEqualTo("now");
    }
}
