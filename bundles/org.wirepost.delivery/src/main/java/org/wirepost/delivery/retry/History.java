// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What was tried so far for a recipient.
 *
 * @param queued when the message was queued, or was first to be sent
 * @param tries how many tries have failed
 * @param expires when the sender wants it to be given up, if that was said
 */
public record History(Instant queued, int tries, Optional<Instant> expires) {

    /** Refuses null. */
    public History {
        requireNonNull(queued, "queued");
        requireNonNull(expires, "expires");
    }
}
