// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.Verdict;
import org.wirepost.delivery.retry.Wait;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.dialogue.Outcome;

/** A message that is tried until nothing is left to try; used by one thread at a time. */
final class PatientMail implements AutoCloseable {

    private final PreparedOrder order;
    private final RetryPolicy policy;
    private final int retries;
    private final List<Try> tries = new ArrayList<>();
    private DeliveryReport last;

    /** What is known of one recipient. */
    private static final class Try {

        private final String address;
        private int failed;
        private boolean pending = true;
        private long due;
        private Outcome outcome;

        Try(String address, long due) {
            this.address = address;
            this.due = due;
        }

        boolean isDue(long now) {
            return pending && due - now <= 0;
        }
    }

    /** Takes an order over, to be closed with this. */
    PatientMail(PreparedOrder order, RetryPolicy policy, int retries, long now) {
        this.order = order.fixed();
        this.policy = policy;
        this.retries = retries;
        for (Recipient recipient : order.envelope().recipients()) {
            tries.add(new Try(recipient.address(), now));
        }
    }

    /** Returns the message for all who are due, under that name. */
    PreparedOrder due(long now, String name) {
        return order.only(tries.stream().filter(each -> each.isDue(now)).map(each -> each.address).toList(), name);
    }

    /** Tells whether somebody is due. */
    boolean isDue(long now) {
        return tries.stream().anyMatch(each -> each.isDue(now));
    }

    /**
     * Takes over what became of the recipients that were due.
     *
     * @return what the server thinks of the account as a whole, when that makes everybody wait
     */
    Optional<Verdict> add(DeliveryReport report, RandomGenerator random, long now) {
        last = report;
        Optional<Verdict> trouble = Optional.empty();
        for (Outcome outcome : report.outcomes()) {
            Verdict verdict = Verdict.of(outcome, report.failure());
            for (Try each : tries) {
                if (each.address.equals(outcome.recipient())) {
                    settle(each, outcome, verdict, now + wait(each, verdict, random));
                }
            }
            trouble = verdict.isOfAccount() && verdict.isRetried() ? Optional.of(verdict) : trouble;
        }
        if (report.outcomes().isEmpty()) {
            tries.forEach(each -> each.pending = false);
        }
        return trouble;
    }

    private long wait(Try each, Verdict verdict, RandomGenerator random) {
        return verdict.isRetried() ? policy.wait(verdict, each.failed + 1, random).toNanos() : 0;
    }

    private void settle(Try each, Outcome outcome, Verdict verdict, long due) {
        each.outcome = outcome;
        each.failed++;
        each.pending = verdict.isRetried() && verdict != Verdict.UNTRIED && each.failed <= retries;
        each.due = due;
    }

    /** Tells whether a recipient is left to be tried again. */
    boolean isPending() {
        return tries.stream().anyMatch(each -> each.pending);
    }

    /** Returns when the first recipient falls due, by the monotonic clock. */
    long due() {
        return next().due;
    }

    private Try next() {
        Try first = null;
        for (Try each : tries) {
            if (each.pending && (first == null || each.due - first.due < 0)) {
                first = each;
            }
        }
        if (first == null) {
            throw new IllegalStateException("nobody is left");
        }
        return first;
    }

    /** Returns how many recipients are left to be tried again. */
    int pending() {
        return (int) tries.stream().filter(each -> each.pending).count();
    }

    /** Describes the wait for the first recipient that falls due. */
    Wait describe(Duration time, int messages, int recipients) {
        Try first = next();
        String words = first.outcome == null ? "" : first.outcome.reply().map(reply -> reply.code() + " "
                + reply.text()).orElse(first.outcome.reason());
        return new Wait(time, messages, recipients, first.address, words, first.failed);
    }

    /** Returns the last outcome of each recipient, in the order of the envelope. */
    DeliveryReport result() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Try each : tries) {
            if (each.outcome != null) {
                outcomes.add(each.outcome);
            }
        }
        boolean complete = outcomes.stream().allMatch(Outcome.Accepted.class::isInstance);
        return new DeliveryReport(order.label(), last.messageId(), last.size(), outcomes,
                complete && !outcomes.isEmpty() ? Optional.empty() : last.failure(), last.dryRun(),
                last.attachments(), last.findings(), last.server(), last.timings());
    }

    @Override
    public void close() {
        order.close();
    }
}
