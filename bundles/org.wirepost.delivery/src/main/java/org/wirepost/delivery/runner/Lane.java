// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.outbox.Attempt;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.delivery.retry.Verdict;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * Sends the mail of one account that is due. As an iterator it begins one attempt after the other; as a consumer it
 * writes down what became of each, and ends the lane when that concerns the whole account.
 */
final class Lane implements Iterator<Job>, Consumer<DeliveryReport> {

    /** What cannot be begun is left alone for a while, so that it is not tried in a circle. */
    static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration BRIEFLY = Duration.ofSeconds(5);

    private final String account;
    private final Iterator<QueuedMail> mails;
    private final int size;
    private final Sender sender;
    private final RunnerSetup setup;
    private final Tempo tempo;
    private final SendLimits limits;
    private final BiConsumer<String, Duration> avoid;
    private final Map<String, Attempt> open = new ConcurrentHashMap<>();
    private Attempt next;
    private ServerLogin login;
    private volatile Deliverer deliverer;
    private volatile boolean ended;
    private volatile Optional<Instant> pausedUntil = Optional.empty();

    /**
     * Prepares to send.
     *
     * @param avoid told the id of a mail that cannot be begun, and for how long it is left alone
     */
    Lane(String account, List<QueuedMail> due, Sender sender, RunnerSetup setup, Tempo tempo,
            BiConsumer<String, Duration> avoid) {
        this.account = account;
        this.mails = due.iterator();
        this.size = due.size();
        this.sender = sender;
        this.setup = setup;
        this.tempo = tempo;
        this.limits = setup.routes().limits(account);
        this.avoid = avoid;
    }

    /** Sends until nothing is left, or nothing may go any more. */
    void run(ServerLogin way) {
        login = way;
        deliverer = setup.deliverers().get();
        if (ended) {
            return;
        }
        DeliverySettings settings = DeliverySettings.DEFAULT.withParallel(Math.min(limits.connections(),
                Math.max(1, size)));
        deliverer.deliverAll(this, way, settings, () -> setup.listener().session(account), this);
    }

    /** Begins nothing more; what is under way comes to its end. */
    void end() {
        ended = true;
    }

    /** Breaks off. */
    void cancel() {
        ended = true;
        Deliverer running = deliverer;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended && mails.hasNext()) {
            if (pausedUntil.isEmpty() && !tempo.rateLeft(limits.rate()).isZero()) {
                return false;
            }
            QueuedMail mail = mails.next();
            if (pausedUntil.isEmpty() || isOver(mail)) {
                begin(mail);
            }
        }
        return next != null;
    }

    /** While the server has no time for anybody, only those are taken up that are then given up. */
    private boolean isOver(QueuedMail mail) {
        return setup.policy().isOver(Ruling.history(mail, Math.max(mail.attempts() + 1, tempo.failures())),
                setup.clock().instant());
    }

    private void begin(QueuedMail mail) {
        try {
            next = sender.begin(mail.id());
            tempo.count(limits.rate());
        } catch (OutboxException e) {
            switch (e.kind()) {
                // Somebody else was quicker: held, dropped, or begun.
                case GONE, STATE, SENDING -> avoid.accept(mail.id(), BRIEFLY);
                case BUSY -> {
                    avoid.accept(mail.id(), BRIEFLY);
                    setup.listener().noted(e.getMessage());
                }
                case DAMAGED, AMBIGUOUS -> {
                    avoid.accept(mail.id(), LONG);
                    setup.listener().noted(e.getMessage());
                }
                case FULL, DISK -> {
                    avoid.accept(mail.id(), LONG);
                    setup.listener().noted(e.getMessage());
                    ended = true;
                }
            }
        }
    }

    @Override
    public Job next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Attempt attempt = next;
        next = null;
        open.put(attempt.mail().id(), attempt);
        setup.listener().began(attempt.mail());
        return attempt.order();
    }

    @Override
    public void accept(DeliveryReport report) {
        Attempt attempt = open.remove(report.label());
        if (attempt == null) {
            throw new IllegalStateException("a report without an attempt");
        }
        heed(report);
        try {
            QueuedMail after = attempt.record(Ruling.spared(report),
                    new Ruling(setup.policy(), setup.clock(), pausedUntil, tempo.failures()));
            setup.listener().attempted(after, report);
        } catch (OutboxException e) {
            ended = true;
            setup.listener().noted(e.getMessage());
        }
    }

    /** Acts on what the outcomes say of the account as a whole. */
    private void heed(DeliveryReport report) {
        boolean fine = false;
        for (Outcome outcome : report.outcomes()) {
            Verdict verdict = Verdict.of(outcome, report.failure());
            String words = Ruling.words(outcome, report.failure());
            if (verdict.isOfAccount() && verdict.isHeld()) {
                hold(words);
                return;
            }
            if (verdict.isOfAccount()) {
                pause(verdict, words);
                return;
            }
            fine |= verdict != Verdict.UNTRIED && outcome.reply().isPresent();
        }
        if (fine && pausedUntil.isEmpty()) {
            tempo.fine();
        }
    }

    private void hold(String words) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            setup.book().mark(account, LoginMark.of(login));
            setup.outbox().holdAccount(account, words);
        } catch (IOException e) {
            setup.listener().noted("It cannot be written down that " + account + " is held: " + e.getMessage());
        }
        setup.listener().held(account, words);
    }

    private void pause(Verdict verdict, String words) {
        if (pausedUntil.isEmpty() && !ended) {
            Instant until = tempo.pause(verdict, words);
            pausedUntil = Optional.of(until);
            setup.listener().paused(account, until, words);
        }
    }
}
