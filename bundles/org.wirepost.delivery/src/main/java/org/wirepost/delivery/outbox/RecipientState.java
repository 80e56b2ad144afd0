// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

/** What is known of a queued mail for one recipient. */
public enum RecipientState {

    /** Certainly not sent, never tried or free to be tried again at once. */
    QUEUED,
    /** Certainly not taken by a server; tried again at its time. */
    DEFERRED,
    /** A server has taken responsibility; never sent to again. */
    SENT,
    /** Refused for good, or given up; not tried again on its own. */
    REFUSED,
    /**
     * The mail may have left and no reply was recorded (RFC 1047): the connection or the process ended in between. Not
     * sent again on its own; a person decides.
     */
    UNKNOWN;

    /** Tells whether the mail is still to be sent to this recipient without anybody's doing. */
    public boolean isPending() {
        return this == QUEUED || this == DEFERRED;
    }

    /** Returns the lower-case word used in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
