// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

class DraftsmanTest {

    private static final Mailbox ADA = new Mailbox("ada", "lab.example");

    @TempDir
    Path folder;
    private final Background background = new Background();
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Optional<PlannedLetter>> told = new ArrayList<>();
    private final Paper paper = new Paper();
    private Draftsman draftsman;

    /** A letter whose text the test changes. */
    private static final class Paper implements Writing {

        private final List<Runnable> watchers = new ArrayList<>();
        private String text = "Hello.";
        private Optional<String> problem = Optional.empty();
        private Optional<Source> file = Optional.empty();

        @Override
        public String id() {
            return "letter-1";
        }

        @Override
        public Sketch sketch() {
            Draft.Builder draft = Draft.builder().from(ADA).to(List.of(ADA)).subject("Hi").text(text);
            file.ifPresent(source -> draft.attach(new DraftAttachment(source, false, Map.of())));
            Order order = new Order(draft.build());
            Optional<String> wrong = problem;
            return new Sketch() {
                @Override
                public Order order() throws OrderException {
                    if (wrong.isPresent()) {
                        throw new OrderException(new DeliveryFailure.BadInput("to", wrong.get(), Optional.empty()),
                                null);
                    }
                    return order;
                }

                @Override
                public Order sample() {
                    return order;
                }
            };
        }

        @Override
        public void watch(Runnable watcher) {
            watchers.add(watcher);
        }

        @Override
        public void unwatch(Runnable watcher) {
            watchers.remove(watcher);
        }

        void changed() {
            List.copyOf(watchers).forEach(Runnable::run);
        }
    }

    @BeforeEach
    void open() {
        draftsman = new Draftsman(new PlainDelivery(folder), background, tasks::add,
                new CrashReports(new UiThread(), background, folder), told::add);
    }

    @AfterEach
    void close() {
        draftsman.close();
        background.close();
    }

    private PlannedLetter next() throws InterruptedException {
        told.clear();
        while (told.isEmpty()) {
            Runnable task = tasks.poll(20, TimeUnit.SECONDS);
            assertThat(task).as("something comes").isNotNull();
            task.run();
        }
        return told.get(0).orElseThrow();
    }

    @Test
    void plansTheLetterThatIsWritten() throws Exception {
        draftsman.plan(Optional.of(paper));
        PlannedLetter letter = next();
        assertThat(letter.letterId()).isEqualTo("letter-1");
        assertThat(letter.problem()).isEmpty();
        assertThat(letter.plan().orElseThrow().root().type()).isEqualTo("text/plain");
    }

    @Test
    void plansOnceForManyChanges() throws Exception {
        draftsman.plan(Optional.of(paper));
        long before = next().plan().orElseThrow().size();
        for (int i = 0; i < 50; i++) {
            paper.text += "!";
            paper.changed();
        }
        assertThat(next().plan().orElseThrow().size()).isEqualTo(before + 50);
        assertThat(told).hasSize(1);
    }

    @Test
    void showsWhatIsThereBesideWhatIsWrong() throws Exception {
        paper.problem = Optional.of("There is no recipient.");
        draftsman.plan(Optional.of(paper));
        PlannedLetter letter = next();
        assertThat(letter.problem()).contains("There is no recipient.");
        assertThat(letter.plan()).isPresent();
    }

    @Test
    void saysThatAFileIsMissingAndPlansAgainWhenItIsThere() throws Exception {
        paper.file = Optional.of(Source.of(folder.resolve("ghost.txt")));
        draftsman.plan(Optional.of(paper));
        PlannedLetter letter = next();
        assertThat(letter.plan()).isEmpty();
        assertThat(letter.problem().orElseThrow()).contains("ghost.txt");
        java.nio.file.Files.writeString(folder.resolve("ghost.txt"), "boo");
        paper.changed();
        assertThat(next().notes()).extracting("name").containsExactly("ghost.txt");
    }

    @Test
    void laysOutWhatAnyServerTakes() throws Exception {
        paper.text = "Grüße aus Wien, wo heute die Sonne scheint.";
        draftsman.plan(Optional.of(paper));
        assertThat(next().plan().orElseThrow().root().encoding()).isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
    }

    @Test
    void keepsTheLastPlanWhenTheLetterIsClosed() throws Exception {
        draftsman.plan(Optional.of(paper));
        assertThat(next().closed()).isFalse();
        draftsman.plan(Optional.empty());
        PlannedLetter last = told.get(told.size() - 1).orElseThrow();
        assertThat(last.closed()).isTrue();
        assertThat(Excerpt.read(last.plan().orElseThrow(), 0, 1000, () -> false)).contains("Hello.");
        assertThat(paper.watchers).isEmpty();
    }
}
