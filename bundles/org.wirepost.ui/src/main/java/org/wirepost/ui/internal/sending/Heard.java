// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.Timings;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/**
 * Says in full what has become of a mail: the store has the last word, and what was heard in this process brings the
 * words of the servers, line by line, which the store keeps on one.
 */
final class Heard {

    private static final int CODE = 3;

    private final Map<String, Outcome> outcomes = new HashMap<>();
    private Optional<DeliveryReport> last = Optional.empty();

    /** An attempt has ended. */
    void add(DeliveryReport report) {
        report.outcomes().forEach(outcome -> outcomes.put(key(outcome.recipient()), outcome));
        last = Optional.of(report);
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** Returns what is known of a mail; empty when nothing was tried, and nothing is in the way. */
    Optional<DeliveryReport> report(QueuedMail mail) {
        if (mail.attempts() == 0 && mail.held().isEmpty()) {
            return Optional.empty();
        }
        List<Outcome> now = new ArrayList<>();
        mail.recipients().forEach(each -> now.add(outcome(each)));
        return Optional.of(new DeliveryReport(mail.id(), mail.messageId(), mail.size(), now, failure(mail),
                DryRun.NONE, List.of(), List.of(), last.flatMap(DeliveryReport::server),
                last.map(DeliveryReport::timings).orElse(Timings.NONE)));
    }

    /** What went wrong at the last attempt goes on as long as something is left to do, or nothing was done. */
    private Optional<DeliveryFailure> failure(QueuedMail mail) {
        boolean settled = mail.recipients().stream().allMatch(each -> each.state() == RecipientState.SENT);
        if (settled) {
            return Optional.empty();
        }
        return last.flatMap(DeliveryReport::failure)
                .or(() -> mail.held().map(DeliveryFailure.Configuration::new));
    }

    private Outcome outcome(RecipientStatus now) {
        Outcome known = outcomes.get(key(now.address()));
        Optional<Reply> reply = known != null && said(now.reply(), known.reply()) ? known.reply()
                : now.reply().flatMap(Heard::reply);
        Stage stage = known == null ? Stage.RESULT : known.stage();
        String reason = now.reason();
        return switch (now.state()) {
            case SENT -> new Outcome.Accepted(now.address(), stage, reply, reason);
            case REFUSED -> new Outcome.Refused(now.address(), stage, reply, reason);
            case UNKNOWN -> new Outcome.Unknown(now.address(), stage, reply, reason);
            case QUEUED, DEFERRED -> new Outcome.Deferred(now.address(), stage, reply, reason);
        };
    }

    /** Tells whether the words that are stored are those that were heard; long ones are stored cut short. */
    private static boolean said(Optional<String> stored, Optional<Reply> heard) {
        return stored.isPresent() && heard.isPresent()
                && stored.get().startsWith(Integer.toString(heard.get().code()));
    }

    private static Optional<Reply> reply(String stored) {
        try {
            int code = Integer.parseInt(stored.substring(0, Math.min(CODE, stored.length())));
            return Optional.of(Reply.of(code, stored.substring(Math.min(stored.length(), CODE + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
