// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.ui.internal.sending.Delivery.State;

/**
 * Where a letter stands at one moment; says how far it is.
 *
 * @param mail what the store says of it; empty until it is there
 * @param phase how far the attempt of this process is, while there is one
 * @param obstacle what keeps its account from sending, in one sentence
 * @param pause until when the server of its account is left in peace
 * @param failed why it did not get into the store
 * @param undone whether it is not in the store any more
 */
record Standing(Optional<QueuedMail> mail, Optional<State> phase, Optional<String> obstacle,
        Optional<AccountPause> pause, Optional<DeliveryReport> failed, boolean undone) {

    /** Nothing is known yet. */
    static final Standing NEW = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), false);

    /** A longer wait is no time for undoing. */
    private static final Duration LONGEST_UNDO = Duration.ofSeconds(31);
    private static final long MILLIS = 1000;

    Standing withMail(QueuedMail now) {
        return new Standing(Optional.of(now), phase, obstacle, pause, failed, undone);
    }

    Standing withPhase(Optional<State> now) {
        return new Standing(mail, now, obstacle, pause, failed, undone);
    }

    Standing withObstacle(Optional<String> why, Optional<AccountPause> until) {
        return new Standing(mail, phase, why, until, failed, undone);
    }

    Standing withFailure(DeliveryReport report) {
        return new Standing(mail, phase, obstacle, pause, Optional.of(report), undone);
    }

    Standing withoutStore() {
        return new Standing(mail, phase, obstacle, pause, failed, true);
    }

    /** Returns how far it is. */
    State state(Instant now) {
        if (undone) {
            return State.UNDONE;
        }
        if (failed.isPresent()) {
            return State.DONE;
        }
        return mail.map(stored -> state(stored, now)).orElse(State.PREPARING);
    }

    private State state(QueuedMail stored, Instant now) {
        return switch (stored.state()) {
            case SENDING -> phase.orElse(State.ELSEWHERE);
            case HELD -> State.HELD;
            case UNKNOWN -> phase.orElse(State.UNKNOWN);
            case QUEUED, DEFERRED -> phase.orElseGet(() -> waiting(stored, now));
            case REFUSED, SENT -> State.DONE;
        };
    }

    private State waiting(QueuedMail stored, Instant now) {
        boolean early = stored.notBefore().filter(time -> time.isAfter(now)).isPresent();
        if (early) {
            return Duration.between(stored.created(), stored.notBefore().get()).compareTo(LONGEST_UNDO) <= 0
                    ? State.WAITING : State.SCHEDULED;
        }
        if (obstacle.isPresent()) {
            return State.HELD;
        }
        boolean later = stored.has(RecipientState.DEFERRED)
                && stored.nextTry().filter(time -> time.isAfter(now)).isPresent();
        return later || isPaused(now) ? State.DEFERRED : State.QUEUED;
    }

    private boolean isPaused(Instant now) {
        return pause.filter(one -> one.until().isAfter(now)).isPresent();
    }

    /** Returns when it is tried, as far as that is planned. */
    Optional<Instant> nextTry() {
        Optional<Instant> planned = mail.flatMap(QueuedMail::nextTry);
        Optional<Instant> paused = pause.map(AccountPause::until);
        return planned.isPresent() && paused.filter(planned.get()::isBefore).isEmpty() ? planned : paused;
    }

    /** Returns why it stays where it is, if something has to be mended. */
    Optional<String> blocked(Instant now) {
        return mail.flatMap(QueuedMail::held).or(() -> obstacle)
                .or(() -> isPaused(now) ? pause.map(AccountPause::words) : Optional.empty());
    }

    /** Returns for how many seconds it still waits for being undone, rounded up; 0 in every other state. */
    int secondsLeft(Instant now) {
        return state(now) == State.WAITING ? (int) Math.max(0, (millisLeft(now) + MILLIS - 1) / MILLIS) : 0;
    }

    private long millisLeft(Instant now) {
        return mail.flatMap(QueuedMail::notBefore)
                .map(time -> Math.max(0, Duration.between(now, time).toMillis())).orElse(0L);
    }
}
