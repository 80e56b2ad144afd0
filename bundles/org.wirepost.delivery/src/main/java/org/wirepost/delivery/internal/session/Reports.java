// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Timings;
import org.wirepost.delivery.internal.prepare.Failures;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Puts reports together. */
final class Reports {

    private final DryRun dryRun;

    Reports(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    /** The report of a message that was given to a connection. */
    DeliveryReport of(Task task, TransactionResult result, Session session) {
        List<Outcome> outcomes = result.outcomes();
        Optional<DeliveryFailure> failure = result.failure().map(Failures::of);
        if (result.failure().isPresent() && result.failure().get().kind() == SmtpException.Kind.UNSUPPORTED) {
            Optional<String> oversize = oversize(task, session.link().capabilities().maximumSize());
            if (oversize.isPresent()) {
                outcomes = outcomes.stream().map(outcome -> reworded(outcome, oversize.get())).toList();
                failure = Optional.of(new DeliveryFailure.Session(SmtpException.Kind.UNSUPPORTED,
                        result.failure().get().stage(), Optional.empty(), true, oversize.get()));
            }
        }
        return report(task, outcomes, failure, Optional.of(session));
    }

    /** The report of a message that was not given to the connection, or to none. */
    DeliveryReport failed(Task task, DeliveryFailure failure, Optional<Session> session) {
        List<Outcome> outcomes = task.prepared() == null ? List.of()
                : outcomes(task.prepared().envelope(), failure);
        return report(task, outcomes, Optional.of(failure), session);
    }

    /** The report of a message that was not even prepared because no connection can be had. */
    DeliveryReport unsent(Task task, Envelope envelope, DeliveryFailure failure) {
        return new DeliveryReport(task.job().label(), Optional.empty(), 0, outcomes(envelope, failure),
                Optional.of(failure), dryRun, List.of(), List.of(), Optional.empty(),
                Timings.of(new long[0], task.age()));
    }

    /** The report of a message whose fate is not known because of a bug of ours. */
    DeliveryReport lost(Task task, DeliveryFailure.Defect defect, Optional<Session> session) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Recipient recipient : task.prepared().envelope().recipients()) {
            outcomes.add(new Outcome.Unknown(recipient.address(), Stage.RESULT, Optional.empty(), defect.sentence()));
        }
        return report(task, outcomes, Optional.of(defect), session);
    }

    private DeliveryReport report(Task task, List<Outcome> outcomes, Optional<DeliveryFailure> failure,
            Optional<Session> session) {
        PreparedOrder prepared = task.prepared();
        MimePlan plan = task.plan();
        long[] lap = session.isPresent() ? session.get().lap() : new long[0];
        return new DeliveryReport(task.job().label(),
                plan == null || plan.messageId().isEmpty() ? Optional.empty() : Optional.of(plan.messageId()),
                plan == null ? 0 : plan.size(), outcomes, failure, dryRun,
                prepared == null ? List.of() : prepared.attachments(),
                prepared == null ? List.of() : prepared.findings(),
                session.flatMap(Session::facts), Timings.of(lap, task.age()));
    }

    private static List<Outcome> outcomes(Envelope envelope, DeliveryFailure failure) {
        Stage stage = Stage.MAIL;
        boolean refused = false;
        Optional<Reply> reply = Optional.empty();
        if (failure instanceof DeliveryFailure.Session session) {
            stage = session.stage();
            reply = session.reply();
            refused = session.permanent() && (session.cause() == SmtpException.Kind.REPLY
                    || session.cause() == SmtpException.Kind.UNSUPPORTED);
        }
        List<Outcome> outcomes = new ArrayList<>(envelope.recipients().size());
        for (Recipient recipient : envelope.recipients()) {
            outcomes.add(refused ? new Outcome.Refused(recipient.address(), stage, reply, failure.sentence())
                    : new Outcome.Deferred(recipient.address(), stage, reply, failure.sentence()));
        }
        return outcomes;
    }

    /** Says what is too large and by how much, when the message is over the server's limit. */
    private static Optional<String> oversize(Task task, OptionalLong limit) {
        if (limit.isEmpty() || task.plan().size() <= limit.getAsLong()) {
            return Optional.empty();
        }
        Optional<AttachmentNote> largest = task.prepared().attachments().stream()
                .max(Comparator.comparingLong(AttachmentNote::size));
        return Optional.of("The message has " + octets(task.plan().size()) + ", and the server takes at most "
                + octets(limit.getAsLong()) + largest.map(note -> "; its largest attachment is \"" + note.name()
                        + "\" with " + Amount.bytes(note.size())).orElse("") + ".");
    }

    private static String octets(long count) {
        return Amount.bytes(count) + " (" + count + " octets)";
    }

    private static Outcome reworded(Outcome outcome, String reason) {
        return outcome instanceof Outcome.Refused refused
                ? new Outcome.Refused(refused.recipient(), refused.stage(), refused.reply(), reason) : outcome;
    }
}
