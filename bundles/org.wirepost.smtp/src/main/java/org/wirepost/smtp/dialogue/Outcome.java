// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.util.Optional;

/**
 * What became of a message for one recipient.
 *
 * <p>An outcome never claims more than is known: after the last octet of a message has left and before its final
 * reply is there, nobody can tell whether the server took it (RFC 1047); that is {@link Unknown}.
 */
public sealed interface Outcome {

    /** Returns the recipient's address as given by the caller. */
    String recipient();

    /** Returns the stage in which the outcome was decided. */
    Stage stage();

    /** Returns the reply that decided it, if one did. */
    Optional<Reply> reply();

    /** Returns one sentence for people; the server's own words are in the reply. */
    String reason();

    /** Returns the lower-case word used in reports: accepted, refused, deferred or unknown. */
    default String state() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** The server took responsibility for the message (2xx to the content). */
    record Accepted(String recipient, Stage stage, Optional<Reply> reply, String reason) implements Outcome {}

    /** Refused for good: 5xx, or it cannot be sent to this server at all. */
    record Refused(String recipient, Stage stage, Optional<Reply> reply, String reason) implements Outcome {}

    /** Certainly not taken, and trying again later may help: 4xx, network, time-out, cancelled before the end. */
    record Deferred(String recipient, Stage stage, Optional<Reply> reply, String reason) implements Outcome {}

    /** The final reply was lost after the last octet had left. Never to be sent again without a person's decision. */
    record Unknown(String recipient, Stage stage, Optional<Reply> reply, String reason) implements Outcome {}
}
