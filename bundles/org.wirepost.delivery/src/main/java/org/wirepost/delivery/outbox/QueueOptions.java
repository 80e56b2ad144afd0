// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a mail is queued.
 *
 * @param notBefore it is not sent before this time; empty for at once
 * @param expires when an attempt after this time fails, no other follows; empty for no limit. It is the business of
 *        {@link Retry}
 * @param label names the mail for people, such as {@code line 7}; may be empty
 */
public record QueueOptions(Optional<Instant> notBefore, Optional<Instant> expires, String label) {

    /** At once, without limit, without a name. */
    public static final QueueOptions DEFAULT = new QueueOptions(Optional.empty(), Optional.empty(), "");

    /** Refuses null. */
    public QueueOptions {
        requireNonNull(notBefore, "notBefore");
        requireNonNull(expires, "expires");
        requireNonNull(label, "label");
    }

    /** Returns these options with a time before which the mail is not sent. */
    public QueueOptions withNotBefore(Instant time) {
        return new QueueOptions(Optional.of(time), expires, label);
    }

    /** Returns these options with a time after which no further attempt is made. */
    public QueueOptions withExpires(Instant time) {
        return new QueueOptions(notBefore, Optional.of(time), label);
    }

    /** Returns these options with another name. */
    public QueueOptions withLabel(String name) {
        return new QueueOptions(notBefore, expires, name);
    }
}
