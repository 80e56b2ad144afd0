// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Instant wall = NOW;
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    };
    private final Agenda agenda = new Agenda(clock, () -> nanos, Duration.ofMinutes(84));

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void countsDown() {
        Instant due = NOW.plusSeconds(300);
        assertThat(agenda.until("a", due)).hasSeconds(300);
        pass(Duration.ofSeconds(100));
        assertThat(agenda.until("a", due)).hasSeconds(200);
        pass(Duration.ofSeconds(200));
        assertThat(agenda.until("a", due)).isZero();
    }

    @Test
    void isNotHeldUpWhenTheClockIsSetBackMeanwhile() {
        Instant due = NOW.plusSeconds(300);
        agenda.until("a", due);
        wall = wall.minus(Duration.ofDays(3));
        assertThat(agenda.until("a", due)).hasSeconds(300);
        pass(Duration.ofSeconds(300));
        assertThat(agenda.until("a", due)).isZero();
    }

    @Test
    void isDueAtOnceWhenTheMachineHasSlept() {
        Instant due = NOW.plusSeconds(300);
        agenda.until("a", due);
        wall = wall.plus(Duration.ofHours(8));
        assertThat(agenda.until("a", due)).isZero();
    }

    @Test
    void doesNotBelieveATimeThatIsTooFarAway() {
        assertThat(agenda.until("a", NOW.plus(Duration.ofDays(3)))).hasMinutes(84);
    }

    @Test
    void waitsAnewForANewTime() {
        agenda.until("a", NOW.plusSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(agenda.until("a", NOW.plusSeconds(70))).hasSeconds(60);
        agenda.keep(Set.of());
        assertThat(agenda.until("a", NOW.plusSeconds(80))).hasSeconds(70);
    }

    @Test
    void takesAPersonAtTheirWord() {
        assertThat(agenda.until(NOW.plus(Duration.ofDays(30)))).hasDays(30);
        assertThat(agenda.until(NOW.minusSeconds(1))).isZero();
    }
}
