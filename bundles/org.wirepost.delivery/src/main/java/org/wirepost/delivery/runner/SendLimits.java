// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static java.util.Objects.requireNonNull;

import org.wirepost.account.SendingLimits;
import org.wirepost.delivery.retry.Rate;

/**
 * How much an account may send, over all messages and processes that share an outbox.
 *
 * @param rate messages in a time
 * @param connections at once, 1 to 100
 */
public record SendLimits(Rate rate, int connections) {

    /** Any number of messages, over one connection. */
    public static final SendLimits DEFAULT = new SendLimits(Rate.UNLIMITED, 1);

    private static final int MOST = 100;

    /** Returns what an account says. */
    public static SendLimits of(SendingLimits limits) {
        return new SendLimits(new Rate(limits.perMinute(), limits.perHour()), limits.connections());
    }

    /** Checks the range. */
    public SendLimits {
        requireNonNull(rate, "rate");
        if (connections < 1 || connections > MOST) {
            throw new IllegalArgumentException("An account has 1 to " + MOST + " connections, not " + connections);
        }
    }
}
