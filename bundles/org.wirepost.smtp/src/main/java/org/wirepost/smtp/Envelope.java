// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.internal.EnvelopeAddress;

/**
 * Who sends and who receives, as told to the server; it need not be what the headers say (RFC 5321 section 2.3.1).
 *
 * @param sender addr-spec of the reverse-path; empty for the null sender {@code <>}
 * @param recipients at least one
 * @param envelopeId identifies the transaction in notifications (ENVID), or empty
 * @param returned what notifications contain (RET), or empty
 */
public record Envelope(Optional<String> sender, List<Recipient> recipients, Optional<String> envelopeId,
        Optional<Dsn.Return> returned) {

    /** Refuses an invalid sender and an empty list. */
    public Envelope {
        sender.ifPresent(EnvelopeAddress::require);
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("The message has no recipient");
        }
        envelopeId.ifPresent(Envelope::requireEnvelopeId);
    }

    private static void requireEnvelopeId(String id) {
        if (id.isEmpty() || id.length() > 100 || id.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("An envelope id has 1 to 100 printable ASCII characters");
        }
    }

    /**
     * An envelope without notifications.
     *
     * @param sender addr-spec
     * @param recipients addr-specs
     * @return the envelope
     */
    public static Envelope of(String sender, String... recipients) {
        return new Envelope(Optional.of(sender), List.of(recipients).stream().map(Recipient::of).toList(),
                Optional.empty(), Optional.empty());
    }
}
