// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.smtp.Envelope;
import org.wirepost.ui.internal.sending.Delivery.State;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static QueuedMail mail(RecipientState state, Optional<Instant> notBefore, boolean sending) {
        return mail(state, Optional.empty(), notBefore, Optional.empty(), sending);
    }

    private static QueuedMail mail(RecipientState state, Optional<Instant> next, Optional<Instant> notBefore,
            Optional<String> held, boolean sending) {
        RecipientStatus bob = new RecipientStatus("bob@x.example", state, "", Optional.empty(), Optional.empty(),
                next);
        return new QueuedMail("abc", "", "One", "Greetings", Optional.empty(), 100, Path.of("x"),
                Envelope.of("ann@x.example", "bob@x.example"), false, NOW, notBefore, NOW, Optional.empty(), 0,
                List.of(bob), held, sending);
    }

    private static Standing queued(Optional<Instant> notBefore) {
        return Standing.NEW.withMail(mail(RecipientState.QUEUED, notBefore, false));
    }

    @Test
    void isPreparedUntilTheStoreHasIt() {
        assertThat(Standing.NEW.state(NOW)).isEqualTo(State.PREPARING);
        assertThat(queued(Optional.empty()).state(NOW)).isEqualTo(State.QUEUED);
    }

    @Test
    void aShortWaitIsForUndoingAndALongOneIsATime() {
        Standing undoable = queued(Optional.of(NOW.plusSeconds(30)));
        assertThat(undoable.state(NOW)).isEqualTo(State.WAITING);
        assertThat(undoable.secondsLeft(NOW.plusMillis(100))).isEqualTo(30);
        assertThat(undoable.secondsLeft(NOW.plusSeconds(30))).isZero();
        assertThat(undoable.state(NOW.plusSeconds(30))).isEqualTo(State.QUEUED);
        Standing scheduled = queued(Optional.of(NOW.plusSeconds(32)));
        assertThat(scheduled.state(NOW)).isEqualTo(State.SCHEDULED);
        assertThat(scheduled.secondsLeft(NOW)).isZero();
    }

    @Test
    void whatIsSentWithoutAPhaseIsSentElsewhere() {
        Standing sending = Standing.NEW.withMail(mail(RecipientState.QUEUED, Optional.empty(), true));
        assertThat(sending.state(NOW)).isEqualTo(State.ELSEWHERE);
        assertThat(sending.withPhase(Optional.of(State.SENDING)).state(NOW)).isEqualTo(State.SENDING);
    }

    @Test
    void anObstacleHoldsItAndAPauseDefersItUntilItIsOver() {
        Standing held = queued(Optional.empty()).withObstacle(Optional.of("No secret."), Optional.empty());
        assertThat(held.state(NOW)).isEqualTo(State.HELD);
        assertThat(held.blocked(NOW)).contains("No secret.");
        Instant until = NOW.plusSeconds(60);
        Standing paused = held.withObstacle(Optional.empty(), Optional.of(new AccountPause(until, 1, "Too busy.")));
        assertThat(paused.state(NOW)).isEqualTo(State.DEFERRED);
        assertThat(paused.blocked(NOW)).contains("Too busy.");
        assertThat(paused.nextTry()).contains(until);
        assertThat(paused.state(until)).isEqualTo(State.QUEUED);
        assertThat(paused.blocked(until)).isEmpty();
    }

    @Test
    void whatTheStoreSaysOfTheRecipientsDecides() {
        Instant later = NOW.plusSeconds(600);
        Standing deferred = Standing.NEW.withMail(mail(RecipientState.DEFERRED, Optional.of(later), Optional.empty(),
                Optional.empty(), false));
        assertThat(deferred.state(NOW)).isEqualTo(State.DEFERRED);
        assertThat(deferred.nextTry()).contains(later);
        assertThat(deferred.state(later)).isEqualTo(State.QUEUED);
        Standing held = Standing.NEW.withMail(mail(RecipientState.QUEUED, Optional.empty(), Optional.empty(),
                Optional.of("No."), false));
        assertThat(held.state(NOW)).isEqualTo(State.HELD);
        assertThat(held.blocked(NOW)).contains("No.");
        assertThat(Standing.NEW.withMail(mail(RecipientState.UNKNOWN, Optional.empty(), false)).state(NOW))
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatHasLeftTheStoreIsUndoneWhateverItWas() {
        Standing sent = Standing.NEW.withMail(mail(RecipientState.SENT, Optional.empty(), false));
        assertThat(sent.state(NOW)).isEqualTo(State.DONE);
        assertThat(sent.withoutStore().state(NOW)).isEqualTo(State.UNDONE);
    }
}
