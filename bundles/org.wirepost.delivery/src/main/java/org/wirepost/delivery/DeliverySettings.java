// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

/**
 * How orders are delivered.
 *
 * @param dryRun where to stop
 * @param parallel how many connections a batch may use at once, 1 to 100
 * @param stopOnError whether a batch takes up no further order after the first report that is not
 *        {@linkplain DeliveryReport#isComplete() complete}; messages already in flight get their reports
 * @param repeat how many times a batch delivers each order, each time as a message of its own; at least 1
 */
public record DeliverySettings(DryRun dryRun, int parallel, boolean stopOnError, int repeat) {

    /** Sends everything once, over one connection, and goes on after failures. */
    public static final DeliverySettings DEFAULT = new DeliverySettings(DryRun.NONE, 1, false, 1);

    private static final int MOST_CONNECTIONS = 100;

    /** Checks the ranges. */
    public DeliverySettings {
        requireNonNull(dryRun, "dryRun");
        if (parallel < 1 || parallel > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("A batch may use 1 to " + MOST_CONNECTIONS + " connections, not "
                    + parallel + ".");
        }
        if (repeat < 1) {
            throw new IllegalArgumentException("An order can be delivered once or more often, not " + repeat
                    + " times.");
        }
    }

    /** Returns these settings with another place to stop. */
    public DeliverySettings withDryRun(DryRun other) {
        return new DeliverySettings(other, parallel, stopOnError, repeat);
    }

    /** Returns these settings with another number of connections. */
    public DeliverySettings withParallel(int connections) {
        return new DeliverySettings(dryRun, connections, stopOnError, repeat);
    }

    /** Returns these settings with or without an end at the first failure. */
    public DeliverySettings withStopOnError(boolean stop) {
        return new DeliverySettings(dryRun, parallel, stop, repeat);
    }

    /** Returns these settings with another number of repetitions. */
    public DeliverySettings withRepeat(int times) {
        return new DeliverySettings(dryRun, parallel, stopOnError, times);
    }
}
