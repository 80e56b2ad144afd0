// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.session.Samples.closed;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.content;
import static org.wirepost.ui.internal.session.Samples.reply;
import static org.wirepost.ui.internal.session.Samples.started;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.structure.PartSelection;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The console in a window of its own. */
@ExtendWith(OnDisplay.class)
class ConsolePaneTest {

    private final SessionLog log = new SessionLog();
    private final PartSelection selection = new PartSelection();
    private final Map<String, Runnable> commands = new HashMap<>();
    private final Background background = new Background();
    private Shell shell;
    private ConsoleView.Parts parts;
    private ConsolePane pane;

    @BeforeEach
    void open(@TempDir Path folder) {
        UiThread ui = new UiThread();
        ui.attach(Display.getCurrent());
        AccountBook book = new AccountBook(new Places(folder, folder, folder), Map.of(), null);
        shell = new Shell(Display.getCurrent());
        shell.setLayout(new FillLayout());
        shell.setSize(1000, 500);
        parts = new ConsoleView.Parts(log, new Hands(log, book, background),
                new Look(), ui, background, new Settings(background, new StoredFile(folder.resolve("settings"))),
                selection);
        pane = new ConsolePane(shell, new Site(), parts);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
        background.close();
    }

    private static void until(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Display display = Display.getCurrent();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> { });
                display.sleep();
            }
        }
    }

    private Table table() {
        return pane.table().control();
    }

    private Recording letter(String label) {
        Recording recording = log.begin(label);
        recording.on(started(0, "none"));
        recording.on(reply(20, Stage.GREETING, 220, "hello"));
        recording.on(command(30, Stage.EHLO, "EHLO me"));
        recording.on(reply(40, Stage.EHLO, 250, "mail", "SIZE 10"));
        recording.on(content(50, 0, 400, 1000));
        recording.on(content(60, 400, 600, 1000));
        recording.on(reply(70, Stage.RESULT, 550, "5.7.1 no"));
        recording.on(closed(80));
        return recording;
    }

    @Test
    void rowsAppearWithTimeMarkTextAndSeverity() {
        letter("one");
        until(() -> table().getItemCount() == 7);
        assertThat(table().getItem(2).getText(0)).isEqualTo("+0.030");
        assertThat(table().getItem(2).getText(1)).isEqualTo("C:");
        assertThat(table().getItem(2).getText(2)).isEqualTo("EHLO me");
        assertThat(table().getItem(5).getText(3)).isEqualTo(Messages.severityError);
        assertThat(table().getItem(5).getImage(3)).isNotNull();
        assertThat(table().getItem(3).getText(2)).contains("250-mail").contains("1");
    }

    @Test
    void anArrowUnfoldsAReply() {
        letter("one");
        until(() -> table().getItemCount() == 7);
        pane.table().select(3);
        org.eclipse.swt.widgets.Event right = new org.eclipse.swt.widgets.Event();
        right.keyCode = SWT.ARROW_RIGHT;
        table().notifyListeners(SWT.KeyDown, right);
        assertThat(table().getItemCount()).isEqualTo(8);
        assertThat(table().getItem(4).getText(2)).contains("SIZE 10");
    }

    @Test
    void aNewSessionIsShownUnlessThisOneIsPinned() {
        Recording first = letter("first");
        until(() -> pane.model().recording().equals(Optional.of(first)));
        Recording second = letter("second");
        until(() -> pane.model().recording().equals(Optional.of(second)));
        commands.get(ConsoleCommands.PIN).run();
        letter("third");
        until(() -> log.recordings().size() == 3);
        OnDisplay.settle();
        assertThat(pane.model().recording()).contains(second);
    }

    private static PartPlan part(String path, String type, long start, long header, long end, PartPlan... children) {
        return new PartPlan(path, type, Optional.empty(), TransferEncoding.SEVEN_BIT, "", end - start,
                new PartPlan.Range(start, start + header), new PartPlan.Range(start + header, end),
                List.of(children));
    }

    /** A text of so many octets and a file behind it, in a message of 1000 octets. */
    private static PartPlan message(long text) {
        return part("1", "multipart/mixed", 0, 100, 1000, part("1.1", "text/plain", 120, 30, 120 + text),
                part("1.2", "image/jpeg", 140 + text, 40, 980));
    }

    private ContentBar bar() {
        return pane.content();
    }

    @Test
    void theContentOfASessionThatNobodyLaidOutIsMarkedAsAWhole() {
        Recording first = letter("one");
        until(() -> table().getItemCount() == 7);
        pane.table().select(4);
        assertThat(selection.selected())
                .contains(new PartSelection.Octets("session " + first.id(), Optional.empty(), 0, 1000));
        selection.clear(this);
        assertThat(selection.selected()).isEmpty();
    }

    @Test
    void aPartIsFoundInTheSessionThatSentItsLetterAndInNoOther() {
        Recording one = letter("one");
        one.carries(new Layout("letter-1", message(200)));
        Recording two = letter("two");
        two.carries(new Layout("letter-2", message(200)));
        until(() -> pane.model().recording().equals(Optional.of(two)));
        PartPlan written = message(500).children().get(1);
        selection.select(PartSelection.Octets.of("letter-1", written), this);
        assertThat(bar().words()).doesNotContain("image/jpeg");
        pane.choose(one);
        assertThat(bar().words()).startsWith("1.2 image/jpeg").contains("340");
        selection.select(PartSelection.Octets.of("letter-1", part("1.3", "text/plain", 0, 1, 2)), this);
        assertThat(bar().words()).isEqualTo(Messages.contentChanged);
    }

    @Test
    void theArrowsGoFromPartToPartOfWhatWasSent() {
        letter("one").carries(new Layout("letter-1", message(200)));
        until(() -> table().getItemCount() == 7);
        pane.table().select(4);
        org.eclipse.swt.widgets.Event right = new org.eclipse.swt.widgets.Event();
        right.keyCode = SWT.ARROW_RIGHT;
        bar().control().notifyListeners(SWT.KeyDown, right);
        assertThat(selection.selected())
                .contains(PartSelection.Octets.of("letter-1", message(200).children().get(0)));
        bar().control().notifyListeners(SWT.KeyDown, right);
        assertThat(selection.selected().orElseThrow().part()).contains(message(200).children().get(1));
    }

    @Test
    void problemsAreFoundByKey() {
        letter("one");
        until(() -> table().getItemCount() == 7);
        commands.get(ConsoleCommands.NEXT_PROBLEM).run();
        assertThat(table().getSelectionIndex()).isEqualTo(5);
    }

    @Test
    void copiesRowsAsTheyStand() {
        letter("one");
        until(() -> table().getItemCount() == 7);
        table().setSelection(2);
        assertThat(pane.table().copied()).isEqualTo("+0.030 C: EHLO me" + System.lineSeparator());
    }

    @Test
    void leavesNothingBehindAfterTwoHundredTimes() {
        letter("one");
        until(() -> table().getItemCount() == 7);
        reopen(5);
        int before = shell.getChildren().length;
        WeakReference<ConsolePane> closed = new WeakReference<>(pane);
        long images = images();
        assertThat(images).isPositive();
        reopen(200);
        assertThat(shell.getChildren()).hasSize(before);
        assertThat(images()).isEqualTo(images);
        until(() -> {
            System.gc();
            return closed.get() == null;
        });
    }

    private void reopen(int times) {
        for (int i = 0; i < times; i++) {
            pane.page().dispose();
            pane = new ConsolePane(shell, new Site(), parts);
            shell.layout();
            OnDisplay.settle();
        }
    }

    /** Returns how many pictures, colours, fonts and so on there are that belong to the display. */
    private static long images() {
        return Display.getCurrent().getDeviceData().objects == null ? 0
                : Arrays.stream(Display.getCurrent().getDeviceData().objects).filter(Objects::nonNull).count();
    }

    @Test
    void fiftyThousandRowsComeAndScroll() {
        scroll(50_000);
    }

    @Test
    void aHundredThousandRowsComeAndScroll() {
        scroll(SessionLog.LIMIT - 10);
    }

    private void scroll(int rows) {
        Recording recording = log.begin("long");
        for (int i = 0; i < rows; i++) {
            recording.on(command(i, Stage.RCPT, "RCPT TO:<user" + i + "@example.org>"));
        }
        Worst worst = new Worst();
        long start = System.nanoTime();
        until(() -> worst.beat(() -> table().getItemCount() == rows));
        long filled = System.nanoTime();
        Worst step = new Worst();
        int steps = 60;
        for (int i = 0; i < steps; i++) {
            int index = (int) ((long) i * (rows - 1) / (steps - 1));
            step.measure(() -> {
                table().setTopIndex(index);
                table().redraw();
                table().update();
                OnDisplay.settle();
            });
        }
        System.out.printf("%d rows: filled in %d ms (longest pause %d ms), %d jumps in %d ms (longest %d ms)%n", rows,
                (filled - start) / 1_000_000, worst.millis(), steps, step.sum / 1_000_000, step.millis());
        assertThat(table().getItem(rows - 1).getText(2)).isEqualTo("RCPT TO:<user" + (rows - 1) + "@example.org>");
        assertThat(Duration.ofNanos(step.sum)).isLessThan(Duration.ofSeconds(30));
    }

    /** The longest of several times. */
    private static final class Worst {
        private long longest;
        private long sum;
        private long last = System.nanoTime();

        boolean beat(BooleanSupplier wanted) {
            long now = System.nanoTime();
            longest = Math.max(longest, now - last);
            last = now;
            return wanted.getAsBoolean();
        }

        void measure(Runnable task) {
            long start = System.nanoTime();
            task.run();
            long took = System.nanoTime() - start;
            sum += took;
            longest = Math.max(longest, took);
        }

        long millis() {
            return longest / 1_000_000;
        }
    }

    private final class Site implements ViewSite {
        @Override
        public String instance() {
            return "";
        }

        @Override
        public String memento() {
            return "";
        }

        @Override
        public void setTitle(String title) {
            throw new AssertionError("The console keeps its title");
        }

        @Override
        public void handle(String command, Runnable action, BooleanSupplier enabled) {
            commands.put(command, action);
        }

        @Override
        public void setStatus(String sentence) {
            assertThat(sentence).isNotBlank();
        }

        @Override
        public void activate() {
            pane.setFocus();
        }

        @Override
        public void close() {
            shell.close();
        }
    }
}
