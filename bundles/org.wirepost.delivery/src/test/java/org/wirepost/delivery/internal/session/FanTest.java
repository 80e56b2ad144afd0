// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;

class FanTest {

    private final List<DialogueEvent> heard = new ArrayList<>();

    @Test
    void tellsEverybodyInOrder() {
        List<String> order = new ArrayList<>();
        DialogueListener fan =
                Fan.of(event -> order.add("a"), event -> order.add("b"), List.of(event -> order.add("c")));
        fan.on(event(1));
        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotAskOneThatThrewAgainAndSparesTheOthers() {
        Logger.getLogger(Fan.class.getName()).setLevel(Level.OFF);
        List<DialogueEvent> brokenHeard = new ArrayList<>();
        DialogueListener broken = event -> {
            brokenHeard.add(event);
            throw new IllegalStateException("broken on purpose");
        };
        DialogueListener fan = Fan.of(heard::add, broken, List.of());
        fan.on(event(1));
        fan.on(event(2));
        assertThat(heard).hasSize(2);
        assertThat(brokenHeard).hasSize(1);
    }

    @Test
    void isTheOnlyListenerItselfWhenTheOthersDoNothing() {
        DialogueListener one = heard::add;
        assertThat(Fan.of(one, DialogueListener.NONE, List.of(DialogueListener.NONE))).isSameAs(one);
    }

    @Test
    void clocksTheTimeUpToAnEventForItsStage() {
        StageClock clock = new StageClock();
        long start = System.nanoTime();
        clock.on(new DialogueEvent.SessionStarted(start, "h", 25, "none"));
        clock.on(event(start + 1_000));
        clock.on(new DialogueEvent.Closed(start + 1_500, Stage.QUIT, Optional.empty()));
        clock.on(event(start + 1_400));
        long[] lap = clock.lap();
        assertThat(lap[Stage.TLS.ordinal()]).isEqualTo(1_000);
        assertThat(lap[Stage.QUIT.ordinal()]).isEqualTo(500);
        assertThat(clock.lap()).containsOnly(0);
    }

    private static DialogueEvent event(long nanos) {
        return new DialogueEvent.TlsStarted(nanos);
    }
}
