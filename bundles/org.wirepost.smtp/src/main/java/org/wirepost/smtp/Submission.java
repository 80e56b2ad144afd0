// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.util.Objects.requireNonNull;

/**
 * One message to be sent.
 *
 * @param envelope who sends, who receives
 * @param content the octets
 * @param allOrNone whether one refused recipient stops the whole message; otherwise the others get it
 */
public record Submission(Envelope envelope, OutgoingContent content, boolean allOrNone) {

    /** Refuses null. */
    public Submission {
        requireNonNull(envelope, "envelope");
        requireNonNull(content, "content");
    }

    /**
     * A message for which partial acceptance is fine.
     *
     * @param envelope who sends, who receives
     * @param content the octets
     */
    public Submission(Envelope envelope, OutgoingContent content) {
        this(envelope, content, false);
    }
}
