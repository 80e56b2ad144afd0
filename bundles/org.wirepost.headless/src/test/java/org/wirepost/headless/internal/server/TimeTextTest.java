// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.headless.internal.cli.Fault;

class TimeTextTest {

    @Test
    void readsSpansWithAUnit() throws Fault {
        assertThat(TimeText.parse("500ms", "--timeout")).isEqualTo(Duration.ofMillis(500));
        assertThat(TimeText.parse("30s", "--timeout")).isEqualTo(Duration.ofSeconds(30));
        assertThat(TimeText.parse("2m", "--timeout")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refusesEverythingElse() {
        for (String text : List.of("", "30", "s", "0s", "-1s", "1h", "1.5s", "99999999s", "30 s", "\u0663s")) {
            assertThatThrownBy(() -> TimeText.parse(text, "--timeout")).as(text).isInstanceOf(Fault.class)
                    .hasMessageContaining("--timeout '" + text + "'").hasMessageContaining("30s");
        }
    }

    @Test
    void showsSpansAsPeopleReadThem() {
        assertThat(TimeText.of(412_000)).isEqualTo("0.4 ms");
        assertThat(TimeText.of(12_345_678)).isEqualTo("12 ms");
        assertThat(TimeText.of(3_149_000_000L)).isEqualTo("3.1 s");
    }

    @Test
    void readsLongSpans() throws Fault {
        assertThat(TimeText.span("2h", "--in")).isEqualTo(Duration.ofHours(2));
        assertThat(TimeText.span("5d", "--in")).isEqualTo(Duration.ofDays(5));
        assertThat(TimeText.span("30s", "--in")).isEqualTo(Duration.ofSeconds(30));
        for (String text : List.of("", "1w", "0d", "99999d", "-1h", "1 d")) {
            assertThatThrownBy(() -> TimeText.span(text, "--in")).as(text).isInstanceOf(Fault.class)
                    .hasMessageContaining("--in '" + text + "'").hasMessageContaining("2h");
        }
    }

    @Test
    void saysSpansInWords() {
        assertThat(TimeText.words(Duration.ZERO)).isEqualTo("0 s");
        assertThat(TimeText.words(Duration.ofMillis(5))).isEqualTo("less than a second");
        assertThat(TimeText.words(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(TimeText.words(Duration.ofSeconds(299))).isEqualTo("5 min");
        assertThat(TimeText.words(Duration.ofMinutes(60))).isEqualTo("1 h");
        assertThat(TimeText.words(Duration.ofMinutes(70))).isEqualTo("1 h 10 min");
        assertThat(TimeText.words(Duration.ofMinutes(60 * 26 + 5))).isEqualTo("26 h 5 min");
        assertThat(TimeText.words(Duration.ofHours(51))).isEqualTo("2 days 3 h");
        assertThat(TimeText.words(Duration.ofDays(5))).isEqualTo("5 days");
    }
}
