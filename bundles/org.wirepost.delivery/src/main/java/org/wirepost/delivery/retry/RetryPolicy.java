// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try, and when to give up.
 *
 * @param first the wait after the first try that failed; each further one is twice as long
 * @param longest the longest wait, before chance
 * @param greylist the wait after the first try when the server makes strangers come back
 * @param jitter by how much of itself a wait is made longer or shorter by chance, 0 up to but not including 1
 * @param limit how long to go on trying after the message was queued
 * @param fewest how many tries are made even when the limit has passed meanwhile, at least 1: a machine that slept for
 *        a
 *        week, or whose clock has jumped, tries in earnest before it gives up
 */
public record RetryPolicy(Duration first, Duration longest, Duration greylist, double jitter, Duration limit,
        int fewest) {

    /** 5 minutes, doubling up to 70; one minute for greylisting; a fifth by chance; five days, and three tries. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMinutes(5), Duration.ofMinutes(70),
            Duration.ofMinutes(1), 0.2, Duration.ofDays(5), 3);

    /** The first wait doubles four times: 5, 10, 20, 40 and then 70 minutes. */
    private static final int LONGEST_BY_FIRST = 14;
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration SPLIT = Duration.ofSeconds(1);

    /** Checks the ranges. */
    public RetryPolicy {
        requirePositive(first);
        requirePositive(greylist);
        requirePositive(limit);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("The longest wait is not shorter than the first");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("Chance makes a wait longer or shorter by less than the whole of it");
        }
        if (fewest < 1) {
            throw new IllegalArgumentException("At least one try is made");
        }
    }

    private static void requirePositive(Duration span) {
        if (span.isZero() || span.isNegative()) {
            throw new IllegalArgumentException("A span of time must be longer than nothing");
        }
    }

    /**
     * Returns a policy with the same curve over a shorter or longer time.
     *
     * @param wait the first wait; the longest is fourteen times as long, but not longer than now
     * @return the policy
     */
    public RetryPolicy withFirst(Duration wait) {
        Duration most = wait.multipliedBy(LONGEST_BY_FIRST);
        Duration capped = most.compareTo(longest) < 0 ? most : longest;
        return new RetryPolicy(wait, capped.compareTo(wait) < 0 ? wait : capped,
                greylist.compareTo(wait) < 0 ? greylist : wait, jitter, limit, fewest);
    }

    /** Returns a policy that goes on for that long. */
    public RetryPolicy withLimit(Duration other) {
        return new RetryPolicy(first, longest, greylist, jitter, other, fewest);
    }

    /**
     * Returns how long to wait.
     *
     * @param verdict what the last try brought; one that {@linkplain Verdict#isRetried() is retried}
     * @param tries how many have failed so far, this one included; at least 1
     * @param random chance
     * @return the wait; nothing for {@link Verdict#UNTRIED}
     */
    public Duration wait(Verdict verdict, int tries, RandomGenerator random) {
        requireNonNull(random, "random");
        if (!verdict.isRetried()) {
            throw new IllegalArgumentException(verdict + " is not tried again");
        }
        if (verdict == Verdict.UNTRIED) {
            return Duration.ZERO;
        }
        if (verdict == Verdict.SPLIT) {
            return SPLIT.compareTo(first) < 0 ? SPLIT : first;
        }
        if (verdict == Verdict.GREYLISTED && tries <= 1) {
            return shaken(greylist, random);
        }
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, MOST_DOUBLINGS));
        return shaken(wait.compareTo(longest) < 0 ? wait : longest, random);
    }

    private Duration shaken(Duration wait, RandomGenerator random) {
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }

    /**
     * Tells whether it is time to give up, after a try that failed.
     *
     * @param history what was tried so far, this try included
     * @param now the time
     * @return true past the message's own end, or past the limit when enough tries were made
     */
    public boolean isOver(History history, Instant now) {
        if (history.expires().isPresent()) {
            return !now.isBefore(history.expires().get());
        }
        return history.tries() >= fewest && now.isAfter(history.queued().plus(limit));
    }

    /**
     * Returns the longest wait that this policy ever asks for, chance included. A stored time further away than that
     * can only come from a clock that has jumped.
     */
    public Duration bound() {
        Duration most = longest.compareTo(greylist) < 0 ? greylist : longest;
        return Duration.ofNanos((long) (most.toNanos() * (1 + jitter)) + 1);
    }

    /**
     * Brings the stored time of the next try back into reach when the clock has been set back since.
     *
     * @param stored the time of the next try as stored
     * @param now the time
     * @return the stored time, at most {@link #bound()} from now
     */
    public Instant clamped(Instant stored, Instant now) {
        Instant latest = now.plus(bound());
        return stored.isAfter(latest) ? latest : stored;
    }
}
