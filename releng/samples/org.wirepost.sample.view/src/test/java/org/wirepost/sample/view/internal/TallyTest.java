// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.view.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class TallyTest {

    private final Tally tally = new Tally();

    private void reply(int code) {
        tally.on(new DialogueEvent.ReplyReceived(0, Stage.EHLO, Reply.of(code, "words")));
    }

    @Test
    void countsRepliesByTheirCode() {
        reply(250);
        reply(550);
        reply(250);
        tally.on(new DialogueEvent.TlsStarted(0));
        assertThat(tally.counts()).containsExactly(java.util.Map.entry(250, 2L), java.util.Map.entry(550, 1L));
    }

    @Test
    void tellsOfEachReplyUntilNobodyWantsToKnow() {
        AtomicInteger told = new AtomicInteger();
        Runnable end = tally.watch(told::incrementAndGet);
        reply(250);
        end.run();
        reply(250);
        assertThat(told).hasValue(1);
    }
}
