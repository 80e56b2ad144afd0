// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a queued mail, as its journal has it. It holds no secret.
 *
 * @param time when it was written down
 * @param kind what happened
 * @param attempt which attempt it belongs to, counted from 1; 0 for none
 * @param recipient whom it is about, as in the envelope; empty when it is about the mail as a whole
 * @param words one sentence for people, with the reason; may be empty
 * @param reply the server's reply, code and text on one line; empty where there was none
 * @param nextTry when it was to be tried again, or before when it was not to be sent
 */
public record Note(Instant time, Kind kind, int attempt, Optional<String> recipient, String words,
        Optional<String> reply, Optional<Instant> nextTry) {

    /** What happened. */
    public enum Kind {
        /** It was queued. */
        QUEUED,
        /** An attempt began. */
        ATTEMPT,
        /** The end of the mail was about to leave; from here on it may have arrived. */
        DOT,
        /** A server took it over for the recipient. */
        SENT,
        /** Not taken for the recipient, to be tried again. */
        DEFERRED,
        /** Refused for the recipient, or given up. */
        REFUSED,
        /** Nobody knows whether it arrived at the recipient. */
        UNKNOWN,
        /** It was held. */
        HELD,
        /** It was released, or made due at once. */
        RELEASED,
        /** It got another time before which it is not sent, or none. */
        SCHEDULED,
        /** A person had it sent again. */
        RESENT,
        /** A person noted that it has arrived. */
        MARKED_SENT
    }

    /** Refuses null. */
    public Note {
        requireNonNull(time, "time");
        requireNonNull(kind, "kind");
        requireNonNull(recipient, "recipient");
        requireNonNull(words, "words");
        requireNonNull(reply, "reply");
        requireNonNull(nextTry, "nextTry");
    }
}
