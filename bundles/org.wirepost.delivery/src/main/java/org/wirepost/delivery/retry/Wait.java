// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A wait before the next try.
 *
 * @param time how long
 * @param messages how many messages wait
 * @param recipients for how many recipients of theirs
 * @param recipient one of them
 * @param words why it waits, in the words of the server where it had some
 * @param round how many tries are made after this wait at most for that recipient, this one included
 */
public record Wait(Duration time, int messages, int recipients, String recipient, String words, int round) {

    /** Refuses null. */
    public Wait {
        requireNonNull(time, "time");
        requireNonNull(recipient, "recipient");
        requireNonNull(words, "words");
    }
}
