// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final RetryPolicy EXACT = new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(70),
            Duration.ofMinutes(1), 0, Duration.ofDays(5), 3);

    private static List<Long> minutes(RetryPolicy policy, Verdict verdict, int tries) {
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i <= tries; i++) {
            waits.add(policy.wait(verdict, i, new Random(1)).toMinutes());
        }
        return waits;
    }

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(minutes(EXACT, Verdict.LATER, 7)).containsExactly(5L, 10L, 20L, 40L, 70L, 70L, 70L);
        assertThat(EXACT.wait(Verdict.SERVER_LATER, 10_000, new Random(1))).hasMinutes(70);
    }

    @Test
    void comesBackSoonerToAGreylistButOnlyOnce() {
        assertThat(minutes(EXACT, Verdict.GREYLISTED, 3)).containsExactly(1L, 10L, 20L);
    }

    @Test
    void sendsTheRestOfTooManyRecipientsAtOnce() {
        assertThat(EXACT.wait(Verdict.SPLIT, 1, new Random(1))).hasSeconds(1);
        assertThat(EXACT.wait(Verdict.UNTRIED, 1, new Random(1))).isZero();
    }

    @Test
    void staysWithinAFifthByChanceAndSpreads() {
        Random random = new Random(42);
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Duration wait = RetryPolicy.DEFAULT.wait(Verdict.LATER, 1, random);
            assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
            assertThat(wait).isLessThan(RetryPolicy.DEFAULT.bound());
            seconds.add(wait.toSeconds());
        }
        assertThat(seconds.stream().distinct().count()).isGreaterThan(100);
        assertThat(seconds.stream().mapToLong(each -> each).average().orElseThrow()).isBetween(295.0, 305.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "REFUSED", "UNKNOWN", "LOGIN", "TRUST", "MESSAGE"})
    void hasNoWaitForWhatIsNotTriedAgain(Verdict verdict) {
        assertThatThrownBy(() -> EXACT.wait(verdict, 1, new Random(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesUpPastTheLimitOnlyAfterEnoughTries() {
        Instant queued = NOW.minus(Duration.ofDays(6));
        assertThat(EXACT.isOver(new History(queued, 2, Optional.empty()), NOW)).isFalse();
        assertThat(EXACT.isOver(new History(queued, 3, Optional.empty()), NOW)).isTrue();
        assertThat(EXACT.isOver(new History(NOW.minus(Duration.ofDays(4)), 99, Optional.empty()), NOW)).isFalse();
    }

    @Test
    void givesUpAtTheEndThatTheSenderHasSet() {
        History history = new History(NOW.minusSeconds(60), 1, Optional.of(NOW));
        assertThat(EXACT.isOver(history, NOW)).isTrue();
        assertThat(EXACT.isOver(history, NOW.minusSeconds(1))).isFalse();
        assertThat(EXACT.isOver(new History(NOW.minus(Duration.ofDays(9)), 99,
                Optional.of(NOW.plusSeconds(9))), NOW)).isFalse();
    }

    @Test
    void doesNotGiveUpEarlyWhenTheClockJumpsByThreeDays() {
        History fresh = new History(NOW, 50, Optional.empty());
        assertThat(EXACT.isOver(fresh, NOW.plus(Duration.ofDays(3)))).isFalse();
        assertThat(EXACT.isOver(fresh, NOW.minus(Duration.ofDays(3)))).isFalse();
    }

    @Test
    void bringsAStoredTimeBackIntoReachWhenTheClockWasSetBack() {
        Instant stored = NOW.plus(Duration.ofDays(3));
        assertThat(EXACT.clamped(stored, NOW)).isBetween(NOW.plus(Duration.ofMinutes(70)),
                NOW.plus(Duration.ofMinutes(71)));
        assertThat(EXACT.clamped(NOW.plusSeconds(9), NOW)).isEqualTo(NOW.plusSeconds(9));
        assertThat(EXACT.clamped(NOW.minusSeconds(9), NOW)).isEqualTo(NOW.minusSeconds(9));
    }

    @Test
    void keepsItsCurveOverAShorterTime() {
        RetryPolicy fast = EXACT.withFirst(Duration.ofSeconds(1));
        assertThat(fast.wait(Verdict.LATER, 1, new Random(1))).hasSeconds(1);
        assertThat(fast.wait(Verdict.LATER, 9, new Random(1))).hasSeconds(14);
        assertThat(fast.wait(Verdict.GREYLISTED, 1, new Random(1))).hasSeconds(1);
        assertThat(fast.wait(Verdict.SPLIT, 1, new Random(1))).hasSeconds(1);
        RetryPolicy slow = EXACT.withFirst(Duration.ofHours(2));
        assertThat(slow.wait(Verdict.LATER, 5, new Random(1))).hasHours(2);
    }

    @Test
    void theEndsOfEachRangeBelongToIt() {
        RetryPolicy least = new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofNanos(1), 0.99,
                Duration.ofNanos(1), 1);
        assertThat(least.longest()).isEqualTo(least.first());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void everySpanIsLongerThanNothing(int seconds) {
        Duration none = Duration.ofSeconds(seconds);
        Duration some = Duration.ofMinutes(5);
        for (List<Duration> spans : List.of(List.of(none, some, some), List.of(some, none, some),
                List.of(some, some, none))) {
            assertThatThrownBy(() -> new RetryPolicy(spans.get(0), Duration.ofHours(1), spans.get(1), 0, spans.get(2),
                    1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("span");
        }
    }

    @Test
    void chanceMakesAWaitLongerAndShorterByItsShare() {
        RetryPolicy shaken = new RetryPolicy(Duration.ofSeconds(1000), Duration.ofSeconds(1000), Duration.ofSeconds(1),
                0.2, Duration.ofDays(5), 3);
        Random random = new Random(7);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waits.add(shaken.wait(Verdict.LATER, 1, random).toSeconds());
        }
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(800L, 1200L))
                .anyMatch(wait -> wait < 850).anyMatch(wait -> wait > 1150);
    }
}
