// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

/**
 * How many messages an account may send in a time.
 *
 * @param perMinute in any 60 seconds; 0 for any number
 * @param perHour in any 60 minutes; 0 for any number
 */
public record Rate(int perMinute, int perHour) {

    /** Any number. */
    public static final Rate UNLIMITED = new Rate(0, 0);

    /** Refuses negative numbers. */
    public Rate {
        if (perMinute < 0 || perHour < 0) {
            throw new IllegalArgumentException("A rate is no negative number");
        }
    }

    /** Tells whether there is any limit. */
    public boolean isLimited() {
        return perMinute > 0 || perHour > 0;
    }

    /** Returns the stricter of both, for each span of time. */
    public Rate and(Rate other) {
        return new Rate(stricter(perMinute, other.perMinute), stricter(perHour, other.perHour));
    }

    private static int stricter(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
