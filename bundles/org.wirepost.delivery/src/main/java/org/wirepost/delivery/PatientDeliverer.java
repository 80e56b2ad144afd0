// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.retry.Verdict;
import org.wirepost.delivery.retry.Wait;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * Delivers, and delivers again what was deferred, as long as this process lives: nothing is kept on disk. Only those
 * recipients are tried again for whom the message was deferred, with the same Date and Message-ID, and the same octets
 * as
 * long as the server offers the same; one whose outcome is unknown never. What a person has to mend, such as a refused
 * password, is not tried again.
 *
 * <p>One patient deliverer serves one call; only {@link #cancel} may come from another thread.
 */
public final class PatientDeliverer {

    private final Preparer preparer;
    private final Supplier<Deliverer> deliverers;
    private final RetryPolicy policy;
    private final int retries;
    private final Predicate<Wait> waiting;
    private final RandomGenerator random;
    private final LongSupplier nanos;

    /** What waits for another try; grows with what is deferred one by one, not with the batch. */
    private final List<PatientMail> mails = new CopyOnWriteArrayList<>();

    private volatile boolean cancelled;
    private volatile Deliverer current;
    private volatile boolean ended;

    /** Whether the server has no time for anybody, and until when; the rounds in a row in which that was so. */
    private volatile boolean paused;
    private volatile long pauseEnd;
    private int troubles;

    /**
     * Makes a patient deliverer.
     *
     * @param preparer prepares the orders
     * @param deliverers makes a deliverer for each round
     * @param policy how long to wait
     * @param retries how often a recipient is tried again at most
     * @param waiting waits that long and returns true, or returns false when it was cancelled
     * @param random chance
     */
    public PatientDeliverer(Preparer preparer, Supplier<Deliverer> deliverers, RetryPolicy policy, int retries,
            Predicate<Wait> waiting, RandomGenerator random) {
        this(preparer, deliverers, policy, retries, waiting, random, System::nanoTime);
    }

    PatientDeliverer(Preparer preparer, Supplier<Deliverer> deliverers, RetryPolicy policy, int retries,
            Predicate<Wait> waiting, RandomGenerator random, LongSupplier nanos) {
        this.preparer = requireNonNull(preparer, "preparer");
        this.deliverers = requireNonNull(deliverers, "deliverers");
        this.policy = requireNonNull(policy, "policy");
        this.retries = retries;
        this.waiting = requireNonNull(waiting, "waiting");
        this.random = requireNonNull(random, "random");
        this.nanos = nanos;
    }

    /**
     * Delivers many orders. Every job that is taken gets one report, when nothing is left to be tried for it: the last
     * outcome of each recipient. When the server has no time for anybody, no further job is taken until it may have.
     *
     * @param jobs as for {@link Deliverer#deliverAll}; prepared orders are closed
     * @param login which server, and as whom
     * @param settings how; {@code repeat} does not apply
     * @param listeners gives a listener for each session that is opened
     * @param reports told each report, by one thread at a time
     */
    public void deliverAll(Iterator<? extends Job> jobs, ServerLogin login, DeliverySettings settings,
            Supplier<DialogueListener> listeners, Consumer<DeliveryReport> reports) {
        DeliverySettings each = settings.withRepeat(1).withStopOnError(false);
        Consumer<DeliveryReport> told = report -> {
            ended |= settings.stopOnError() && !report.isComplete();
            reports.accept(report);
        };
        try {
            boolean last = false;
            boolean more = true;
            while (more) {
                round(new Round(jobs, told, last), login, each, listeners);
                more = !cancelled && !last && (!mails.isEmpty() || paused && !ended && jobs.hasNext());
                last = more && troubles > retries;
                more = last || more && await();
            }
        } finally {
            mails.forEach(mail -> finish(mail, told));
        }
    }

    private void round(Round round, ServerLogin login, DeliverySettings settings,
            Supplier<DialogueListener> listeners) {
        Deliverer deliverer = deliverers.get();
        current = deliverer;
        if (cancelled) {
            deliverer.cancel();
        }
        paused = false;
        deliverer.deliverAll(round, login, settings, listeners, round);
        troubles = paused ? troubles + 1 : 0;
    }

    private void finish(PatientMail mail, Consumer<DeliveryReport> told) {
        told.accept(mail.result());
        mail.close();
    }

    /** Stops sending; what was not sent is reported as deferred. A wait is ended by the one who waits. */
    public void cancel() {
        cancelled = true;
        Deliverer deliverer = current;
        if (deliverer != null) {
            deliverer.cancel();
        }
    }

    /** Waits for the first message that falls due; false when that was broken off. */
    private boolean await() {
        Optional<PatientMail> first = mails.stream().min(Comparator.comparingLong(PatientMail::due));
        long now = nanos.getAsLong();
        long pause = pauseEnd - now;
        long wait = Math.max(paused ? pause : 0, first.isPresent() ? first.get().due() - now : 0);
        Duration time = Duration.ofNanos(Math.max(0, wait));
        int recipients = mails.stream().mapToInt(PatientMail::pending).sum();
        Wait told = first.isPresent() ? first.get().describe(time, mails.size(), recipients)
                : new Wait(time, 0, 0, "", "", 1);
        return waiting.test(told) && !cancelled;
    }

    private void pause(Verdict verdict) {
        paused = true;
        pauseEnd = nanos.getAsLong() + policy.wait(verdict, troubles + 1, random).toNanos();
    }

    /** The jobs of one round, first what is due again, then what was not begun yet; and their reports. */
    private final class Round implements Iterator<Job>, Consumer<DeliveryReport> {

        private final Iterator<? extends Job> jobs;
        private final Consumer<DeliveryReport> told;
        private final boolean last;
        private final Iterator<PatientMail> again;
        private final Map<String, PatientMail> flying = new ConcurrentHashMap<>();
        private long count;

        Round(Iterator<? extends Job> jobs, Consumer<DeliveryReport> told, boolean last) {
            long now = nanos.getAsLong();
            this.jobs = jobs;
            this.told = told;
            this.last = last;
            this.again = mails.stream().filter(mail -> mail.isDue(now)).toList().iterator();
        }

        @Override
        public boolean hasNext() {
            return (last || !paused) && (again.hasNext() || !ended && jobs.hasNext());
        }

        @Override
        public Job next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (again.hasNext()) {
                PatientMail mail = again.next();
                mails.remove(mail);
                return begin(mail);
            }
            Job job = jobs.next();
            if (job instanceof PreparedOrder prepared) {
                return begin(new PatientMail(prepared, policy, retries, nanos.getAsLong()));
            }
            return job instanceof Order order ? prepared(order) : job;
        }

        private Job prepared(Order order) {
            try {
                return begin(new PatientMail(preparer.prepare(order, () -> cancelled), policy, retries,
                        nanos.getAsLong()));
            } catch (OrderException e) {
                return new BadOrder(order.label(), e.failure());
            }
        }

        private Job begin(PatientMail mail) {
            String name = "\0" + count++;
            flying.put(name, mail);
            return mail.due(nanos.getAsLong(), name);
        }

        @Override
        public void accept(DeliveryReport report) {
            PatientMail mail = flying.remove(report.label());
            if (mail == null) {
                told.accept(report);
                return;
            }
            mail.add(report, random, nanos.getAsLong()).ifPresent(PatientDeliverer.this::pause);
            if (mail.isPending() && !last && !cancelled) {
                mails.add(mail);
            } else {
                finish(mail, told);
            }
        }
    }
}
