// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wirepost.smtp.Dsn;

/**
 * What an account uses for a message unless the message says otherwise.
 *
 * @param notifications when a delivery status notification is wanted; empty leaves it to the server
 * @param returned what a notification shall contain, or empty
 * @param timeout one limit for every wait, or empty for the standard's
 * @param limits how much may be sent from the outbox
 */
public record Defaults(Set<Dsn.Notify> notifications, Optional<Dsn.Return> returned, Optional<Duration> timeout,
        SendingLimits limits) {

    /** Nothing special. */
    public static final Defaults NONE = new Defaults(Set.of(), Optional.empty(), Optional.empty());

    /**
     * Defaults without limits.
     *
     * @param notifications when a delivery status notification is wanted; empty leaves it to the server
     * @param returned what a notification shall contain, or empty
     * @param timeout one limit for every wait, or empty for the standard's
     */
    public Defaults(Set<Dsn.Notify> notifications, Optional<Dsn.Return> returned, Optional<Duration> timeout) {
        this(notifications, returned, timeout, SendingLimits.NONE);
    }

    /** Returns these defaults with other limits. */
    public Defaults withLimits(SendingLimits other) {
        return new Defaults(notifications, returned, timeout, other);
    }

    /** Refuses NEVER together with others, and time-outs that are not longer than nothing. */
    public Defaults {
        requireNonNull(limits, "limits");
        new Dsn.ForRecipient(notifications, Optional.empty());
        Set<Dsn.Notify> sorted = EnumSet.noneOf(Dsn.Notify.class);
        sorted.addAll(notifications);
        notifications = Collections.unmodifiableSet(sorted);
        if (timeout.isPresent() && (timeout.get().isZero() || timeout.get().isNegative())) {
            throw new IllegalArgumentException("A time-out must be longer than nothing");
        }
    }
}
