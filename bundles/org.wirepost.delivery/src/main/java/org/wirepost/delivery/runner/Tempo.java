// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.wirepost.delivery.retry.Agenda;
import org.wirepost.delivery.retry.Rate;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.SentCount;
import org.wirepost.delivery.retry.Verdict;

/** How fast an account may go now: its pauses, and its rate. What it learns goes into the book. */
final class Tempo {

    private static final String PAUSE = "pause";

    /** A rate that a server has taught is forgotten after a day. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private final String account;
    private final AccountBook book;
    private final RetryPolicy policy;
    private final Clock clock;
    private final Agenda agenda;
    private final Consumer<String> notes;
    private final SentCount count;
    private int learned;
    private Instant learnedUntil;

    Tempo(String account, AccountBook book, RetryPolicy policy, Clock clock, LongSupplier nanos,
            Consumer<String> notes) {
        this.account = account;
        this.book = book;
        this.policy = policy;
        this.clock = clock;
        this.agenda = new Agenda(clock, nanos, policy.bound());
        this.notes = notes;
        AccountBook.Sent sent = book.sent(account);
        this.count = sent.count();
        this.learned = sent.learned();
        this.learnedUntil = sent.learnedUntil();
    }

    /** Returns how long the server is still to be left in peace. */
    synchronized Duration pauseLeft() {
        Optional<AccountPause> pause = book.pause(account);
        return pause.isEmpty() ? Duration.ZERO : agenda.until(PAUSE, pause.get().until());
    }

    /** Returns how long the next message has to wait for the sake of the rate. */
    synchronized Duration rateLeft(Rate rate) {
        return count.wait(rate(rate), clock.instant());
    }

    private Rate rate(Rate given) {
        Instant now = clock.instant();
        boolean known = learned > 0 && now.isBefore(learnedUntil) && !learnedUntil.isAfter(now.plus(MEMORY));
        return known ? given.and(new Rate(learned, 0)) : given;
    }

    /** Counts a message that is being sent. */
    synchronized void count(Rate rate) {
        count.add(clock.instant());
        if (rate(rate).isLimited()) {
            write();
        }
    }

    /** Leaves the server in peace, for longer each time in a row; returns when it is tried again. */
    synchronized Instant pause(Verdict verdict, String words) {
        int failures = failures() + 1;
        Instant until = clock.instant().plus(policy.wait(verdict, failures, ThreadLocalRandom.current()));
        if (verdict == Verdict.TOO_MANY) {
            learn();
        }
        try {
            book.pause(account, new AccountPause(until, failures, words));
        } catch (IOException e) {
            notes.accept("It cannot be written down that " + account + " waits: " + e.getMessage() + ".");
        }
        return until;
    }

    /** Half of what was sent in the last minute is what the server may bear. */
    private void learn() {
        int half = Math.max(1, count.inMinute(clock.instant()) / 2);
        boolean slower = learned == 0 || half < learned || !clock.instant().isBefore(learnedUntil);
        learned = slower ? half : learned;
        learnedUntil = clock.instant().plus(MEMORY);
        write();
    }

    private void write() {
        try {
            book.sent(account, new AccountBook.Sent(count, learned, learnedUntil));
        } catch (IOException e) {
            notes.accept("It cannot be written down what " + account + " has sent: " + e.getMessage() + ".");
        }
    }

    /** Returns how many tries in a row the server had no time for. */
    synchronized int failures() {
        return book.pause(account).map(AccountPause::failures).orElse(0);
    }

    /** The server has time again. */
    synchronized void fine() {
        if (book.pause(account).isPresent()) {
            try {
                book.lift(account);
            } catch (IOException e) {
                notes.accept("It cannot be written down that " + account + " goes on: " + e.getMessage() + ".");
            }
        }
    }
}
