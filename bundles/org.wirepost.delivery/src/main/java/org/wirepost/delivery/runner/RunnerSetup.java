// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.retry.RetryPolicy;

/**
 * What a runner works with.
 *
 * @param outbox what it sends from
 * @param book what is known of the accounts
 * @param routes the ways of the accounts
 * @param deliverers makes a deliverer for the mail of an account
 * @param executor runs one task for each account at work
 * @param policy how long to wait, when to give up
 * @param listener is told what happens
 * @param clock the clock of the day
 * @param nanos the monotonic clock
 */
public record RunnerSetup(Outbox outbox, AccountBook book, Routes routes, Supplier<Deliverer> deliverers,
        Executor executor, RetryPolicy policy, RunnerListener listener, Clock clock, LongSupplier nanos) {

    /** Refuses null. */
    public RunnerSetup {
        requireNonNull(outbox, "outbox");
        requireNonNull(book, "book");
        requireNonNull(routes, "routes");
        requireNonNull(deliverers, "deliverers");
        requireNonNull(executor, "executor");
        requireNonNull(policy, "policy");
        requireNonNull(listener, "listener");
        requireNonNull(clock, "clock");
        requireNonNull(nanos, "nanos");
    }

    /**
     * A setup with the clocks of this machine and the usual policy.
     *
     * @param outbox what it sends from
     * @param book what is known of the accounts
     * @param routes the ways of the accounts
     * @param deliverers makes a deliverer for the mail of an account
     * @param executor runs one task for each account at work
     * @param listener is told what happens
     * @return the setup
     */
    public static RunnerSetup of(Outbox outbox, AccountBook book, Routes routes, Supplier<Deliverer> deliverers,
            Executor executor, RunnerListener listener) {
        return new RunnerSetup(outbox, book, routes, deliverers, executor, RetryPolicy.DEFAULT, listener,
                Clock.systemUTC(), System::nanoTime);
    }

    /** Returns this setup with another policy. */
    public RunnerSetup withPolicy(RetryPolicy other) {
        return new RunnerSetup(outbox, book, routes, deliverers, executor, other, listener, clock, nanos);
    }
}
