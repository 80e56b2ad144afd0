// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.mime.MimePlan;

/**
 * The letter that is being written, as it would leave now.
 *
 * @param letterId the letter
 * @param plan its octets; usable until the next plan comes, empty when it cannot be planned as it is
 * @param notes what is known of its attachments, in their order
 * @param problem one sentence about what keeps it from being sent; may stand beside a plan
 * @param closed whether it is not being written any more, sent or not, and no other is
 */
public record PlannedLetter(String letterId, Optional<MimePlan> plan, List<AttachmentNote> notes,
        Optional<String> problem, boolean closed) {

    /** Copies the list. */
    public PlannedLetter {
        notes = List.copyOf(notes);
    }

    /** Returns the same for a letter that was closed: what was sent can still be looked at. */
    PlannedLetter asClosed() {
        return new PlannedLetter(letterId, plan, notes, Optional.empty(), true);
    }
}
