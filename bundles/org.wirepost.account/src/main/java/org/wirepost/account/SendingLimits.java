// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

/**
 * How much an account may send from the outbox, for providers that allow only so much.
 *
 * @param perMinute messages in any 60 seconds; 0 for any number
 * @param perHour messages in any 60 minutes; 0 for any number
 * @param connections at once, 1 to 100
 */
public record SendingLimits(int perMinute, int perHour, int connections) {

    /** Any number of messages, over one connection. */
    public static final SendingLimits NONE = new SendingLimits(0, 0, 1);

    private static final int MOST_MESSAGES = 1_000_000;
    private static final int MOST_CONNECTIONS = 100;

    /** Checks the ranges. */
    public SendingLimits {
        if (perMinute < 0 || perHour < 0 || perMinute > MOST_MESSAGES || perHour > MOST_MESSAGES) {
            throw new IllegalArgumentException("An account sends 1 to " + MOST_MESSAGES
                    + " messages in a time, or 0 for any number");
        }
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("An account uses 1 to " + MOST_CONNECTIONS + " connections, not "
                    + connections);
        }
    }
}
