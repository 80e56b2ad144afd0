// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.console.Told.texts;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.reply;
import static org.wirepost.ui.internal.session.Samples.started;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.console.RowFilter.Direction;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.session.Severity;

class RowModelTest {

    private static final DialogueEvent[] SESSION = {
        command(1, Stage.EHLO, "EHLO me"),
        reply(2, Stage.EHLO, 250, "mail.example.org", "SIZE 1000", "PIPELINING"),
        command(3, Stage.AUTH, "AUTH LOGIN"),
        reply(4, Stage.AUTH, 334, "VXNlcm5hbWU6"),
        command(5, Stage.AUTH, "YW5uYQ=="),
        reply(6, Stage.AUTH, 535, "5.7.8 first", "5.7.8 second")};

    private final RowModel model = Told.model(SESSION);

    @Test
    void foldsRepliesButNeverTheWordsOfARefusal() {
        assertThat(texts(model)).containsExactly("C: EHLO me", "S: 250-mail.example.org", "C: AUTH LOGIN",
                "S: 334 VXNlcm5hbWU6", "C: YW5uYQ==", "S: 535-5.7.8 first", "S: 535 5.7.8 second");
        assertThat(model.row(1).orElseThrow().isFoldable()).isTrue();
        assertThat(model.row(0).orElseThrow().isFoldable()).isFalse();
    }

    @Test
    void unfoldsAndFoldsAReplyInPlace() {
        assertThat(model.setOpen(1, true)).contains(1);
        assertThat(texts(model).subList(1, 4)).containsExactly("S: 250-mail.example.org", "S: 250-SIZE 1000",
                "S: 250 PIPELINING");
        assertThat(model.setOpen(1, true)).isEmpty();
        assertThat(model.setOpen(3, false)).contains(1);
        assertThat(model.size()).isEqualTo(7);
        assertThat(model.setOpen(0, true)).isEmpty();
    }

    @Test
    void unfoldsAndFoldsAll() {
        model.setAllOpen(true);
        assertThat(model.size()).isEqualTo(9);
        model.setAllOpen(false);
        assertThat(model.size()).isEqualTo(7);
    }

    @Test
    void readsTheBase64OfPromptsAndUserName() {
        model.setDecoded(true);
        assertThat(texts(model)).contains("S: 334 Username:", "C: anna");
        model.setDecoded(false);
        assertThat(texts(model)).contains("S: 334 VXNlcm5hbWU6", "C: YW5uYQ==");
    }

    @Test
    void aTextFindsLinesThatAreFolded() {
        model.setFilter(RowFilter.ALL.withText("Pipelining"));
        assertThat(texts(model)).containsExactly("S: 250-mail.example.org", "S: 250-SIZE 1000", "S: 250 PIPELINING");
    }

    @Test
    void filtersBySeverityStageAndDirection() {
        model.setFilter(new RowFilter("", EnumSet.of(Severity.ERROR), EnumSet.allOf(Phase.class),
                EnumSet.allOf(Direction.class)));
        assertThat(texts(model)).containsExactly("S: 535-5.7.8 first", "S: 535 5.7.8 second");
        model.setFilter(new RowFilter("", EnumSet.allOf(Severity.class), EnumSet.of(Phase.AUTH),
                EnumSet.of(Direction.SENT)));
        assertThat(texts(model)).containsExactly("C: AUTH LOGIN", "C: YW5uYQ==");
    }

    @Test
    void findsTextsAndProblemsRoundTheEnd() {
        assertThat(model.find("auth", 2, 1)).isEqualTo(2);
        assertThat(model.find("ehlo", 3, 1)).isZero();
        assertThat(model.find("second", 0, -1)).isEqualTo(6);
        assertThat(model.find("nowhere", 0, 1)).isEqualTo(-1);
        assertThat(model.findProblem(0, 1)).isEqualTo(5);
        assertThat(new RowModel().find("x", -1, 1)).isEqualTo(-1);
    }

    @Test
    void takesWhatIsNewAndSaysHowManyRowsWereDropped() {
        Recording recording = new SessionLog().begin("long");
        recording.on(started(0, "none"));
        model.show(Optional.of(recording));
        assertThat(model.size()).isEqualTo(1);
        for (int i = 0; i < SessionLog.LIMIT; i++) {
            recording.on(command(i, Stage.RCPT, "RCPT TO:<u" + i + "@example.org>"));
        }
        RowModel.Change change = model.pull();
        settle(model);
        long dropped = recording.all().droppedRows();
        assertThat(dropped).isPositive();
        assertThat(change.removed()).isZero();
        assertThat(change.firstChanged()).isZero();
        assertThat(model.row(0)).isEmpty();
        assertThat(model.text(0).text()).startsWith(Long.toString(dropped));
        assertThat(model.size()).isEqualTo(recording.all().entries().size() + 1);
    }

    @Test
    void aHundredThousandRowsAreFilteredAndSearchedInReasonableTime() {
        DialogueEvent[] events = new DialogueEvent[SessionLog.LIMIT];
        for (int i = 0; i < events.length; i++) {
            events[i] = i % 2 == 0 ? command(i, Stage.RCPT, "RCPT TO:<user" + i + "@example.org>")
                    : reply(i, Stage.RCPT, 250, "2.1.5 ok " + i);
        }
        RowModel large = Told.model(events);
        settle(large);
        long start = System.nanoTime();
        assertThat(large.find("ok " + (events.length - 1), 0, 1)).isEqualTo(events.length - 1);
        long found = System.nanoTime();
        large.setFilter(RowFilter.ALL.withText("user99"));
        long first = System.nanoTime();
        settle(large);
        long filtered = System.nanoTime();
        Waterfall.of(large.items());
        long summed = System.nanoTime();
        System.out.printf("%d rows: find %d ms, filter %d ms (first step %d ms), waterfall %d ms%n", events.length,
                (found - start) / 1_000_000, (filtered - found) / 1_000_000, (first - found) / 1_000_000,
                (summed - filtered) / 1_000_000);
        assertThat(large.size()).isPositive();
        assertThat(Duration.ofNanos(summed - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static void settle(RowModel model) {
        while (model.isBehind()) {
            model.pull();
        }
    }
}
