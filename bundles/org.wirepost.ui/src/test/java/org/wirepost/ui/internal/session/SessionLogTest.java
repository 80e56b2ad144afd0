// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.session.Samples.closed;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.content;
import static org.wirepost.ui.internal.session.Samples.reply;
import static org.wirepost.ui.internal.session.Samples.started;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;

class SessionLogTest {

    private final SessionLog log = new SessionLog();

    private static void feed(Recording recording, int rows) {
        for (int i = 0; i < rows; i++) {
            recording.on(command(i, Stage.RCPT, "RCPT TO:<user" + i + "@example.org>"));
        }
    }

    private int kept() {
        return log.recordings().stream().mapToInt(Recording::rows).sum();
    }

    @Test
    void aFullRingDropsTheOldestRowsAndCountsThem() {
        Recording recording = log.begin("long");
        long before = System.nanoTime();
        feed(recording, 3 * SessionLog.LIMIT);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        System.out.println("recording " + 3 * SessionLog.LIMIT + " events took " + took.toMillis() + " ms");

        Recording.Slice all = recording.all();
        assertThat(kept()).isLessThanOrEqualTo(SessionLog.LIMIT).isGreaterThan(SessionLog.LIMIT - 2000);
        assertThat(all.droppedRows() + all.entries().size()).isEqualTo(3L * SessionLog.LIMIT);
        assertThat(all.entries().get(0).sequence()).isEqualTo(all.first()).isEqualTo(all.droppedRows());
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theOldestSessionThatIsNotPinnedGoesFirst() {
        Recording pinned = log.begin("pinned");
        pinned.setPinned(true);
        feed(pinned, 1000);
        pinned.on(closed(1));
        Recording old = log.begin("old");
        feed(old, 500);
        old.on(closed(1));
        List<Recording> removed = new ArrayList<>();
        log.watch(new Told(new ArrayList<>(), new ArrayList<>(), removed));
        Recording latest = log.begin("latest");
        feed(latest, SessionLog.LIMIT);

        assertThat(removed).containsExactly(old);
        assertThat(log.recordings()).containsExactly(pinned, latest);
        assertThat(pinned.all().droppedRows()).isZero();
        assertThat(latest.all().droppedRows()).isPositive();
    }

    @Test
    void blocksOfContentAreOneEntryAndNoneIsLost() {
        Recording recording = log.begin("letter");
        recording.on(command(1, Stage.DATA, "DATA"));
        recording.on(reply(2, Stage.DATA, 354, "go"));
        List<DialogueEvent> blocks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            blocks.add(content(3 + i, i * 10L, 10, 1000));
        }
        blocks.forEach(recording::on);
        recording.on(content(200, 0, 7, 7));

        List<Entry> entries = recording.all().entries();
        assertThat(entries).hasSize(4);
        assertThat(entries.get(2).events()).isEqualTo(blocks);
        ContentRun run = entries.get(2).content().orElseThrow();
        assertThat(run.length()).isEqualTo(1000);
        assertThat(run.count()).isEqualTo(100);
        assertThat(run.duration()).isEqualTo(100_000_000L);
    }

    @Test
    void aLongReplyCountsForItsLines() {
        Recording recording = log.begin("ehlo");
        recording.on(reply(1, Stage.EHLO, 250, "a", "b", "c"));
        assertThat(recording.rows()).isEqualTo(3);
    }

    @Test
    void watchersAreToldWhatHappens() {
        Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        log.watch(told);
        Recording recording = log.begin("one");
        recording.on(started(0, "required"));
        recording.on(closed(1));
        log.clear();
        log.unwatch(told);
        log.begin("two");
        assertThat(told.begun).containsExactly(recording);
        assertThat(told.grown).containsExactly(recording, recording);
        assertThat(told.gone).containsExactly(recording);
    }

    @Test
    void clearingKeepsWhatRunsAndWhatIsPinned() {
        Recording running = log.begin("running");
        running.on(started(0, "none"));
        Recording pinned = log.begin("pinned");
        pinned.on(closed(0));
        pinned.setPinned(true);
        log.begin("over").on(closed(0));
        log.clear();
        assertThat(log.recordings()).containsExactly(running, pinned);
        assertThat(log.find(pinned.id())).contains(pinned);
    }

    @Test
    void theWorstIsRemembered() {
        Recording recording = log.begin("x");
        recording.on(started(0, "none"));
        recording.on(reply(1, Stage.RCPT, 450, "later"));
        recording.on(reply(2, Stage.RCPT, 550, "no"));
        recording.on(reply(3, Stage.RESULT, 250, "ok"));
        assertThat(recording.worst()).isEqualTo(Severity.ERROR);
        assertThat(recording.host()).isEqualTo("mail.example.org:587");
        assertThat(recording.isClosed()).isFalse();
    }

    @Test
    void manySessionsWriteSideBySide() throws InterruptedException {
        int threads = 8;
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            Recording recording = log.begin("thread " + i);
            new Thread(() -> {
                feed(recording, 5000);
                done.countDown();
            }).start();
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(log.recordings()).hasSize(threads).allSatisfy(recording ->
                assertThat(recording.all().entries()).hasSize(5000));
    }

    private record Told(List<Recording> begun, List<Recording> grown, List<Recording> gone)
            implements SessionLog.Watcher {
        @Override
        public void began(Recording recording) {
            begun.add(recording);
        }

        @Override
        public void grew(Recording recording) {
            grown.add(recording);
        }

        @Override
        public void removed(Recording recording) {
            gone.add(recording);
        }
    }
}
