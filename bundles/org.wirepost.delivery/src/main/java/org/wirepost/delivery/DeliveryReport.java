// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.List;
import java.util.Optional;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * What became of one order. It never claims more than is known, and holds no secret.
 *
 * @param label the label of the order
 * @param messageId the Message-ID without angle brackets, once the message was planned
 * @param size octets of the message as planned, before dot-stuffing; 0 when it was not planned
 * @param outcomes one for each recipient in the order of the envelope; empty when nothing was tried for this message,
 *        because its input was bad, or when a dry run stopped before the recipients
 * @param failure what went wrong apart from single recipients being refused
 * @param dryRun where the delivery was to stop; an {@code Accepted} of a dry run is the server's word about the
 *        recipient, and nothing was sent
 * @param attachments what is known of each attachment, in the order of the draft
 * @param findings what the user should know about the order as a whole
 * @param server the session it went through, if there was one
 * @param timings how long it took
 */
public record DeliveryReport(String label, Optional<String> messageId, long size, List<Outcome> outcomes,
        Optional<DeliveryFailure> failure, DryRun dryRun, List<AttachmentNote> attachments, List<Finding> findings,
        Optional<ServerFacts> server, Timings timings) {

    /** Copies the lists. */
    public DeliveryReport {
        outcomes = List.copyOf(outcomes);
        attachments = List.copyOf(attachments);
        findings = List.copyOf(findings);
    }

    /** Returns the exit code of this report alone. */
    public ExitCode exitCode() {
        return ExitCode.of(this);
    }

    /** Tells whether everything asked for was done: no failure, and every recipient accepted. */
    public boolean isComplete() {
        return exitCode() == ExitCode.OK;
    }

    /** Tells whether the server took the message for at least one recipient. */
    public boolean isSentToSomeone() {
        return dryRun == DryRun.NONE && outcomes.stream().anyMatch(Outcome.Accepted.class::isInstance);
    }
}
