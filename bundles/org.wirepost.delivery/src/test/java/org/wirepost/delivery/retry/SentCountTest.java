// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentCountTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void letsGoWhatIsWithinTheRate() {
        SentCount count = new SentCount();
        for (int i = 0; i < 3; i++) {
            assertThat(count.wait(new Rate(3, 0), NOW)).isZero();
            count.add(NOW);
        }
        assertThat(count.wait(new Rate(3, 0), NOW)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(count.wait(Rate.UNLIMITED, NOW)).isZero();
        assertThat(count.inMinute(NOW)).isEqualTo(3);
        assertThat(count.inMinute(NOW.plusSeconds(61))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverExceedsTheRateInAnySpan(long seed) {
        Random random = new Random(seed);
        Rate rate = new Rate(1 + random.nextInt(20), 30 + random.nextInt(200));
        SentCount count = new SentCount();
        List<Instant> sent = new ArrayList<>();
        Instant now = NOW;
        Instant end = NOW.plus(Duration.ofHours(3));
        while (now.isBefore(end)) {
            Duration wait = count.wait(rate, now);
            now = now.plus(wait);
            assertThat(count.wait(rate, now)).isZero();
            count.add(now);
            sent.add(now);
            now = now.plusMillis(random.nextInt(3) * random.nextInt(4000));
            if (random.nextInt(20) == 0) {
                count = SentCount.of(count.text());
            }
        }
        assertThat(most(sent, Duration.ofMinutes(1))).isLessThanOrEqualTo(rate.perMinute());
        assertThat(most(sent, Duration.ofHours(1))).isLessThanOrEqualTo(rate.perHour())
                .isGreaterThan(rate.perHour() / 2);
    }

    private static int most(List<Instant> sent, Duration span) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < sent.size(); to++) {
            while (!sent.get(from).plus(span).isAfter(sent.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Test
    void isCarefulWhenTheClockIsSetBack() {
        SentCount count = new SentCount();
        count.add(NOW.plus(Duration.ofDays(3)));
        assertThat(count.wait(new Rate(1, 0), NOW)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(count.wait(new Rate(1, 0), NOW.plusSeconds(61))).isZero();
    }

    @Test
    void forgetsWhenTheClockIsSetAhead() {
        SentCount count = new SentCount();
        count.add(NOW);
        assertThat(count.wait(new Rate(1, 1), NOW.plus(Duration.ofDays(3)))).isZero();
        assertThat(count.text()).isEqualTo(";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "x", "1:2", "9999999999999:1;", "5:1,4:1;", "1:99999999;", ":;:", ",,;,,"})
    void takesADamagedTextForLittle(String text) {
        assertThat(SentCount.of(text).inMinute(Instant.ofEpochSecond(5))).isLessThanOrEqualTo(1);
    }

    @Test
    void takesTheStricterOfTwoRates() {
        assertThat(new Rate(30, 0).and(new Rate(0, 500))).isEqualTo(new Rate(30, 500));
        assertThat(new Rate(30, 100).and(new Rate(7, 500))).isEqualTo(new Rate(7, 100));
        assertThat(Rate.UNLIMITED.isLimited()).isFalse();
        assertThatThrownBy(() -> new Rate(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
