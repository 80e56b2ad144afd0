// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.transcript.Samples.MILLI;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;

class SessionTimingsTest {

    private final SessionTimings timings = new SessionTimings();

    private void tell(DialogueEvent... events) {
        List.of(events).forEach(timings::on);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void countsAWaitForTheStageThatWasWaitedFor() {
        tell(Samples.started(100 * MILLI),
                new DialogueEvent.Resolved(103 * MILLI, "h", List.of(Samples.address("192.0.2.1"))),
                new DialogueEvent.Connecting(103 * MILLI, Samples.endpoint("192.0.2.1", 25)),
                new DialogueEvent.Connected(110 * MILLI, Samples.endpoint("192.0.2.1", 25),
                        Samples.endpoint("192.0.2.9", 4000)),
                Samples.received(130 * MILLI, Stage.GREETING, 220, "hello"),
                Samples.sent(130 * MILLI, Stage.EHLO, "EHLO x"),
                Samples.received(141 * MILLI, Stage.EHLO, 250, "x"));

        assertThat(timings.timings().of(Stage.RESOLVE)).isEqualTo(millis(3));
        assertThat(timings.timings().of(Stage.CONNECT)).isEqualTo(millis(7));
        assertThat(timings.timings().of(Stage.GREETING)).isEqualTo(millis(20));
        assertThat(timings.timings().of(Stage.EHLO)).isEqualTo(millis(11));
        assertThat(timings.timings().of(Stage.TLS)).isZero();
        assertThat(timings.timings().stages()).doesNotContainKey(Stage.TLS);
        assertThat(timings.timings().total()).isEqualTo(millis(41));
    }

    @Test
    void countsTheTimeBeforeACommandOfANewStageAsIdle() {
        tell(Samples.started(0), Samples.received(MILLI, Stage.EHLO, 250, "x"),
                Samples.sent(501 * MILLI, Stage.MAIL, "MAIL FROM:<a@example.org>"),
                Samples.received(503 * MILLI, Stage.MAIL, 250, "ok"));

        assertThat(timings.timings().idle()).isEqualTo(millis(500));
        assertThat(timings.timings().of(Stage.MAIL)).isEqualTo(millis(2));
        assertThat(timings.timings().total()).isEqualTo(millis(503));
    }

    @Test
    void countsContentAndTheFinalReplyApart() {
        tell(Samples.received(0, Stage.DATA, 354, "go"), Samples.content(40 * MILLI, 0, 10, 20),
                Samples.content(70 * MILLI, 10, 10, 20), Samples.sent(71 * MILLI, Stage.CONTENT, "."),
                Samples.received(171 * MILLI, Stage.RESULT, 250, "ok"));

        assertThat(timings.timings().of(Stage.CONTENT)).isEqualTo(millis(71));
        assertThat(timings.timings().of(Stage.RESULT)).isEqualTo(millis(100));
    }

    @Test
    void givesThePartOfOneMessage() {
        tell(Samples.started(0), Samples.received(5 * MILLI, Stage.EHLO, 250, "x"),
                Samples.received(7 * MILLI, Stage.MAIL, 250, "ok"));
        Timings before = timings.timings();
        tell(Samples.received(17 * MILLI, Stage.MAIL, 250, "ok"), Samples.received(20 * MILLI, Stage.RCPT, 250, "ok"));

        Timings part = timings.timings().since(before);

        assertThat(part.stages()).containsOnlyKeys(Stage.MAIL, Stage.RCPT);
        assertThat(part.of(Stage.MAIL)).isEqualTo(millis(10));
        assertThat(part.total()).isEqualTo(millis(13));
    }

    @Test
    void listsTheStagesInTheOrderOfTheDialogue() {
        tell(Samples.received(0, Stage.QUIT, 221, "bye"), Samples.received(1, Stage.MAIL, 250, "ok"),
                Samples.received(2, Stage.GREETING, 220, "hi"));

        assertThat(timings.timings().stages().keySet()).containsExactly(Stage.GREETING, Stage.MAIL, Stage.QUIT);
    }
}
