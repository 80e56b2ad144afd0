// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wirepost.ui.internal.session.Samples.closed;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.content;
import static org.wirepost.ui.internal.session.Samples.reply;
import static org.wirepost.ui.internal.session.Samples.started;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.Stage;

class WaterfallTest {

    private static final long MILLI = 1_000_000;

    @Test
    void countsTheWaitForEachStageAndNotThePauseOfAPerson() {
        Waterfall waterfall = Waterfall.of(Told.items(started(0, "none"), reply(50, Stage.GREETING, 220, "hi"),
                command(51, Stage.EHLO, "EHLO me"), reply(81, Stage.EHLO, 250, "mail"),
                command(9000, Stage.MAIL, "MAIL FROM:<a@example.org>"), reply(9010, Stage.MAIL, 250, "ok"),
                command(9010, Stage.DATA, "DATA"), reply(9020, Stage.DATA, 354, "go"), content(9060, 0, 10, 10),
                command(9065, Stage.CONTENT, "."), reply(9100, Stage.RESULT, 250, "queued"), closed(9200)));
        assertThat(waterfall.bars()).extracting(Waterfall.Bar::phase, bar -> bar.nanos() / MILLI)
                .containsExactly(tuple(Phase.GREETING, 50L), tuple(Phase.EHLO, 30L), tuple(Phase.MAIL, 10L),
                        tuple(Phase.CONTENT, 55L), tuple(Phase.RESULT, 35L));
        assertThat(waterfall.total()).isEqualTo(180 * MILLI);
        assertThat(waterfall.bars().get(2).start()).isEqualTo(9000 * MILLI);
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(Waterfall.of(List.of()).bars()).isEmpty();
    }
}
