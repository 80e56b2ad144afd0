// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The time for which the server of an account is left in peace.
 *
 * @param until when it is tried again, by the clock of the day
 * @param failures how many tries in a row it had no time for
 * @param words why, in its own words where it had some
 */
public record AccountPause(Instant until, int failures, String words) {

    /** Refuses null. */
    public AccountPause {
        requireNonNull(until, "until");
        requireNonNull(words, "words");
    }
}
