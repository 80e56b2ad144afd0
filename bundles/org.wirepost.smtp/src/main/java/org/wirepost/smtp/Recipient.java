// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.util.Objects.requireNonNull;

import org.wirepost.smtp.internal.EnvelopeAddress;

/**
 * One recipient of an envelope.
 *
 * @param address addr-spec without angle brackets
 * @param dsn what notifications are asked for
 */
public record Recipient(String address, Dsn.ForRecipient dsn) {

    /** Refuses an address that cannot stand in a command. */
    public Recipient {
        EnvelopeAddress.require(address);
        requireNonNull(dsn, "dsn");
    }

    /**
     * A recipient without notifications.
     *
     * @param address addr-spec
     * @return the recipient
     */
    public static Recipient of(String address) {
        return new Recipient(address, Dsn.ForRecipient.NOTHING);
    }
}
