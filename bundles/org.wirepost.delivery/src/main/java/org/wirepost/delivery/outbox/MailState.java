// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

/** The state of a queued mail as a whole; it follows from its recipients, the first that applies counts. */
public enum MailState {

    /** A process is sending it now. */
    SENDING,
    /** Held: nothing happens until it is released. */
    HELD,
    /** For a recipient nobody knows whether it arrived, and a person has to decide. */
    UNKNOWN,
    /** Deferred for a recipient, and tried again at its time. */
    DEFERRED,
    /** Waits for its first attempt, or for its time. */
    QUEUED,
    /** Nothing is left to do, but for a recipient it was refused or given up. */
    REFUSED,
    /** Sent to everybody. */
    SENT;

    /** Tells whether nothing more happens on its own. */
    public boolean isFinished() {
        return this == REFUSED || this == SENT;
    }

    /** Returns the lower-case word used in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
