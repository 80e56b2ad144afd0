// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;

/**
 * What became of one submission.
 *
 * @param submission the message
 * @param outcomes one for each recipient, in the order of the envelope
 * @param reply the final reply to the content, if there was one
 * @param failure what went wrong apart from single recipients being refused, if anything did
 */
public record TransactionResult(Submission submission, List<Outcome> outcomes, Optional<Reply> reply,
        Optional<SmtpException> failure) {

    /** Copies the list. */
    public TransactionResult {
        outcomes = List.copyOf(outcomes);
    }

    /** Tells whether every recipient was accepted. */
    public boolean isComplete() {
        return outcomes.stream().allMatch(Outcome.Accepted.class::isInstance);
    }
}
