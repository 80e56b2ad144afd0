// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.account.Defaults;
import org.wirepost.smtp.Dsn;

/**
 * What the server is told about sender and recipients beyond, or instead of, what stands in the headers.
 *
 * @param from sender of the envelope, an address without display name; {@code <>} or the empty text for the null
 *        sender; empty takes the draft's sender, else its first author
 * @param to recipients of the envelope; empty takes those of To, Cc and Bcc
 * @param notifyOn when a delivery status notification is wanted (RFC 3461); empty leaves it to the servers
 * @param returned what such a notification shall contain
 * @param envelopeId names the transaction in notifications, 1 to 100 printable ASCII characters
 * @param allOrNone whether one refused recipient stops the whole message; otherwise the others get it, and the refused
 *        one still shows in outcomes and exit code
 */
public record EnvelopeOptions(Optional<String> from, List<String> to, Set<Dsn.Notify> notifyOn,
        Optional<Dsn.Return> returned, Optional<String> envelopeId, boolean allOrNone) {

    /** Everything from the headers, no notifications asked for, partial acceptance is fine. */
    public static final EnvelopeOptions DEFAULT = new EnvelopeOptions(Optional.empty(), List.of(), Set.of(),
            Optional.empty(), Optional.empty(), false);

    /** Copies the collections. */
    public EnvelopeOptions {
        to = List.copyOf(to);
        notifyOn = Set.copyOf(notifyOn);
    }

    /**
     * What an account uses unless something else is said.
     *
     * @param defaults the account's defaults
     * @return everything from the headers, with the account's wishes about notifications
     */
    public static EnvelopeOptions of(Defaults defaults) {
        return new EnvelopeOptions(Optional.empty(), List.of(), defaults.notifications(), defaults.returned(),
                Optional.empty(), false);
    }

    /** Returns these options with another sender. */
    public EnvelopeOptions withFrom(String sender) {
        return new EnvelopeOptions(Optional.of(sender), to, notifyOn, returned, envelopeId, allOrNone);
    }

    /** Returns these options with other recipients. */
    public EnvelopeOptions withTo(List<String> recipients) {
        return new EnvelopeOptions(from, recipients, notifyOn, returned, envelopeId, allOrNone);
    }

    /** Returns these options with other conditions for notifications. */
    public EnvelopeOptions withNotifyOn(Set<Dsn.Notify> conditions) {
        return new EnvelopeOptions(from, to, conditions, returned, envelopeId, allOrNone);
    }

    /** Returns these options with or without stopping at a refused recipient. */
    public EnvelopeOptions withAllOrNone(boolean stop) {
        return new EnvelopeOptions(from, to, notifyOn, returned, envelopeId, stop);
    }
}
