// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.Envelope;

/**
 * A mail of the outbox as it stood when it was read. It holds no secret.
 *
 * @param id names it among all mails of the outbox: lower-case letters and digits
 * @param label its name for people; may be empty
 * @param account the name of the account that it goes through
 * @param subject the subject as the reader will see it; empty if there is none, or for a message file
 * @param messageId the Message-ID without angle brackets; empty when a message file has none
 * @param size octets of the content
 * @param content the file with the octets as they go out; to be read only
 * @param envelope who sends and all who receive
 * @param allOrNone whether one refused recipient stops the whole message
 * @param created when it was queued
 * @param notBefore it is not sent before this time
 * @param scheduled when that was said last
 * @param expires no attempt follows one that fails after this time
 * @param attempts how many attempts have been begun
 * @param recipients what is known of each recipient, in the order of the envelope
 * @param held why it is held, by itself or with its account; empty when it is not
 * @param sending whether a process is at it now
 */
public record QueuedMail(String id, String label, String account, String subject, Optional<String> messageId,
        long size, Path content, Envelope envelope, boolean allOrNone, Instant created, Optional<Instant> notBefore,
        Instant scheduled, Optional<Instant> expires, int attempts, List<RecipientStatus> recipients,
                Optional<String> held,
        boolean sending) {

    /** Copies the list. */
    public QueuedMail {
        requireNonNull(id, "id");
        recipients = List.copyOf(recipients);
    }

    /** Returns the state of the whole. */
    public MailState state() {
        if (sending) {
            return MailState.SENDING;
        }
        if (held.isPresent() && (has(RecipientState.QUEUED) || has(RecipientState.DEFERRED))) {
            return MailState.HELD;
        }
        if (has(RecipientState.UNKNOWN)) {
            return MailState.UNKNOWN;
        }
        if (has(RecipientState.DEFERRED)) {
            return MailState.DEFERRED;
        }
        if (has(RecipientState.QUEUED)) {
            return MailState.QUEUED;
        }
        return has(RecipientState.REFUSED) ? MailState.REFUSED : MailState.SENT;
    }

    /**
     * Tells whether a recipient is in a state.
     *
     * @param wanted the state
     * @return whether there is one
     */
    public boolean has(RecipientState wanted) {
        for (RecipientStatus recipient : recipients) {
            if (recipient.state() == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Returns when it is tried next, as planned; empty when it waits for nothing but its turn, or for a person. */
    public Optional<Instant> nextTry() {
        Optional<Instant> earliest = Optional.empty();
        for (RecipientStatus recipient : recipients) {
            if (recipient.state() == RecipientState.QUEUED) {
                return notBefore;
            }
            Optional<Instant> next = recipient.state() == RecipientState.DEFERRED ? recipient.nextTry()
                    : Optional.empty();
            if (next.isPresent() && (earliest.isEmpty() || next.get().isBefore(earliest.get()))) {
                earliest = next;
            }
        }
        return earliest.isPresent() && notBefore.isPresent() && notBefore.get().isAfter(earliest.get()) ? notBefore
                : earliest;
    }
}
