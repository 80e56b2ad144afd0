// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.Retry;
import org.wirepost.delivery.retry.History;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.Verdict;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * Decides what follows for those for whom a mail was deferred.
 *
 * @param policy how long to wait, when to give up
 * @param clock tells the time
 * @param accountUntil until when the whole account waits, if it does
 * @param accountFailures how many tries in a row its server had no time for
 */
record Ruling(RetryPolicy policy, Clock clock, Optional<Instant> accountUntil, int accountFailures) implements Retry {

    @Override
    public Next next(QueuedMail mail, Outcome.Deferred outcome, Optional<DeliveryFailure> failure) {
        Verdict verdict = Verdict.of(outcome, failure);
        Instant now = clock.instant();
        if (verdict == Verdict.MESSAGE) {
            return new Next.Held(words(outcome, failure));
        }
        if (!verdict.isRetried() || verdict == Verdict.UNTRIED) {
            // What holds the account holds the mail; once it is released, it is due.
            return new Next.At(now);
        }
        if (policy.isOver(history(mail, Math.max(mail.attempts(), accountFailures)), now)) {
            return new Next.GivenUp(givenUp(mail, now, outcome));
        }
        Instant at = verdict.isOfAccount() && accountUntil.isPresent() ? accountUntil.get()
                : now.plus(policy.wait(verdict, Math.max(1, mail.attempts()), ThreadLocalRandom.current()));
        return new Next.At(at);
    }

    /** What was tried so far; the time before which it was not to be sent does not count. */
    static History history(QueuedMail mail, int tries) {
        Instant begun = mail.notBefore().filter(time -> time.isAfter(mail.created())).orElse(mail.created());
        return new History(begun, tries, mail.expires());
    }

    private static String givenUp(QueuedMail mail, Instant now, Outcome outcome) {
        Duration age = Duration.between(history(mail, 0).queued(), now);
        String time = age.toHours() >= 48 ? age.toDays() + " days" : age.toMinutes() >= 120 ? age.toHours() + " hours"
                : Math.max(0, age.toMinutes()) + " minutes";
        String tries = mail.attempts() == 1 ? "one try" : mail.attempts() + " tries";
        return "Given up after " + time + " and " + tries + "; the last words were: " + words(outcome);
    }

    private static String words(Outcome outcome) {
        return outcome.reply().map(reply -> reply.code() + " " + reply.text()).orElse(outcome.reason());
    }

    /** The sentence of a failure, or the words about the recipient. */
    static String words(Outcome outcome, Optional<DeliveryFailure> failure) {
        return failure.map(DeliveryFailure::sentence).orElse(words(outcome));
    }

    /**
     * Returns a report in which a recipient is not refused where it is the account that was: the mail is not to blame
     * for a login that is missing.
     */
    static DeliveryReport spared(DeliveryReport report) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean changed = false;
        for (Outcome outcome : report.outcomes()) {
            boolean spare = outcome instanceof Outcome.Refused
                    && Verdict.of(outcome, report.failure()) == Verdict.LOGIN;
            changed |= spare;
            outcomes.add(spare ? new Outcome.Deferred(outcome.recipient(), outcome.stage(), outcome.reply(),
                    outcome.reason()) : outcome);
        }
        return changed ? new DeliveryReport(report.label(), report.messageId(), report.size(), outcomes,
                report.failure(), report.dryRun(), report.attachments(), report.findings(), report.server(),
                report.timings()) : report;
    }
}
