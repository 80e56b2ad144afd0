// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One recipient of a queued mail.
 *
 * @param address as in the envelope
 * @param state what is known
 * @param reason one sentence about the last attempt, with the server's words where there were some; empty before the
 *        first. Long ones are cut short
 * @param reply the server's last reply, code and text on one line, as it was given; empty where there was none
 * @param decided when the state was written down; empty before the first attempt
 * @param nextTry when a deferred recipient is tried again, as it was planned
 */
public record RecipientStatus(String address, RecipientState state, String reason, Optional<String> reply,
        Optional<Instant> decided, Optional<Instant> nextTry) {

    /** Refuses null. */
    public RecipientStatus {
        requireNonNull(address, "address");
        requireNonNull(state, "state");
        requireNonNull(reason, "reason");
        requireNonNull(reply, "reply");
        requireNonNull(decided, "decided");
        requireNonNull(nextTry, "nextTry");
    }
}
