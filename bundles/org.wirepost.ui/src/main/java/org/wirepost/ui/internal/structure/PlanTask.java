// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Watch;
import org.wirepost.ui.internal.words.Sentences;

/**
 * Plans one letter in the background, as the outbox will: for any server.
 *
 * @param letterId the letter
 * @param sketch what is written
 */
record PlanTask(String letterId, Writing.Sketch sketch) {

    /**
     * A plan and what must be closed when it is not needed any more.
     *
     * @param letter what is told
     * @param held the order behind the plan, if there is one
     */
    record Result(PlannedLetter letter, Optional<PreparedOrder> held) {

        void close() {
            held.ifPresent(PreparedOrder::close);
        }
    }

    Result run(Preparer preparer, Watch watch) {
        try {
            return plan(preparer.prepare(sketch.order(), watch), Optional.empty());
        } catch (OrderException e) {
            return sample(preparer, watch, Sentences.of(e.getMessage()));
        }
    }

    /** What is wrong is told; the rest can be looked at all the same. */
    private Result sample(Preparer preparer, Watch watch, String problem) {
        if (watch.cancelled()) {
            return failed(problem);
        }
        try {
            return plan(preparer.prepare(sketch.sample(), watch), Optional.of(problem));
        } catch (OrderException e) {
            return failed(problem);
        }
    }

    private Result plan(PreparedOrder prepared, Optional<String> problem) {
        try {
            MimePlan plan = prepared.planForAny();
            List<AttachmentNote> notes = prepared.attachments();
            Optional<String> told = problem.or(() -> broken(notes));
            return new Result(new PlannedLetter(letterId, Optional.of(plan), notes, told, false),
                    Optional.of(prepared));
        } catch (OrderException e) {
            prepared.close();
            return failed(Sentences.of(e.getMessage()));
        }
    }

    /** A broken file is planned, so that it can be looked at; a delivery would refuse it. */
    private static Optional<String> broken(List<AttachmentNote> notes) {
        for (AttachmentNote note : notes) {
            for (Finding finding : note.findings()) {
                if (finding.severity() == Finding.Severity.BROKEN) {
                    return Optional.of(Messages.bind(Messages.broken, note.name(), Sentences.of(finding.message())));
                }
            }
        }
        return Optional.empty();
    }

    /** Nothing could be planned. */
    Result failed(String sentence) {
        return new Result(new PlannedLetter(letterId, Optional.empty(), List.of(), Optional.of(sentence),
                false), Optional.empty());
    }
}
