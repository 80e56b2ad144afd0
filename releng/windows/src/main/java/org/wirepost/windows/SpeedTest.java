// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Stalls;
import org.wirepost.windows.driver.Which;

/**
 * That the window answers while much is going on. Watched is for how long its thread is busy at a stretch, by the clock
 * of its processor, or held up; the clock on the wall, which others on the machine push on, is printed only.
 */
@NeedsDisplay
@Timeout(90)
class SpeedTest {

    private static final int ROWS = 50_000;
    private static final int SCREENS = 100;
    private static final int ATTACHMENT = 20 << 20;
    /** The longest that anybody has to wait while something is sent. */
    private static final Duration LIMIT = Duration.ofMillis(50);
    /** What is opened for the first time, in a virtual machine that has just begun. */
    private static final Duration SLOW_MACHINE = Duration.ofMillis(250);
    private static final long LOOK_NANOS = 5_000_000;

    @InjectBundleContext
    BundleContext context;

    @Test
    void fiftyThousandRowsScroll() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.show("org.wirepost.console");
            Table table = robot.find(Table.class, Which.id("console.rows"));
            DialogueListener recording = (DialogueListener) Desk.call(
                    desk.service("org.wirepost.ui.internal.session.SessionLog"), "begin", "A long session");
            long begin = System.nanoTime();
            watch(desk, ROWS + " rows filled and scrolled", SLOW_MACHINE, () -> {
                fill(recording);
                robot.until("all rows", () -> table.getItemCount() >= ROWS);
                long filled = System.nanoTime();
                scroll(robot, table);
                long scrolled = System.nanoTime() - filled;
                System.out.printf("Console: %d rows in %d ms; a screen scrolled in %.1f ms%n", ROWS,
                        (filled - begin) / 1_000_000, scrolled / 1e6 / SCREENS);
                assertThat(Duration.ofNanos(filled - begin)).isLessThan(Duration.ofSeconds(15));
                assertThat(Duration.ofNanos(scrolled / SCREENS)).isLessThan(Duration.ofMillis(250));
            });
        }
    }

    private static void scroll(Robot robot, Table table) {
        for (int i = 0; i < SCREENS; i++) {
            int top = (int) ((long) ROWS * i / SCREENS);
            robot.run(() -> table.setTopIndex(top));
            robot.settle();
        }
    }

    /** What the window was busy with is beside the other results, for whoever wants to know. */
    private static void keep(Stalls stalls) {
        Path file = Path.of(System.getProperty("wirepost.windows.target", "."), "stalls.txt");
        try {
            Files.writeString(file, stalls.summary() + "\n" + stalls.stalls().stream().map(Stalls.Stall::toString)
                    .collect(Collectors.joining("\n")), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(DialogueListener recording) {
        recording.on(new DialogueEvent.SessionStarted(0, "mail.example.org", 587, "STARTTLS"));
        for (int i = 1; i < ROWS; i += 2) {
            String command = "RCPT TO:<person" + i + "@example.org>";
            recording.on(new DialogueEvent.CommandSent(i * 1000L, Stage.RCPT, command, command.length() + 2, false));
            recording.on(new DialogueEvent.ReplyReceived(i * 1000L + 500, Stage.RCPT, Reply.of(250, "2.1.5 Ok " + i)));
        }
    }

    @Test
    void theWindowAnswersWhileTheFirstLetterIsSentInViewOfTheOutboxAndTheConsole(@TempDir Path folder)
            throws Exception {
        send(folder, "org.wirepost.outbox", "org.wirepost.console");
    }

    @Test
    void theWindowAnswersWhileALetterIsSentInViewOfTheOutbox(@TempDir Path folder) throws Exception {
        send(folder, "org.wirepost.outbox", "org.wirepost.labmail");
    }

    @Test
    void theWindowAnswersWhileALetterIsSentInViewOfNeither(@TempDir Path folder) throws Exception {
        send(folder, "org.wirepost.accounts", "org.wirepost.labmail");
    }

    /** Sends a photo whose options are unfolded, and 20 MB. */
    private void send(Path folder, String left, String bottom) throws Exception {
        try (Desk desk = Desk.first(context, "compose.undoSeconds=0")) {
            Path large = large(folder.resolve("large.bin"));
            Path photo = desk.photo(folder, "photo.jpg");
            watch(desk, "A letter written", SLOW_MACHINE, () -> {
                desk.tryLab();
                desk.write("ann@example.org", "Large", "See what comes with it.");
            });
            watch(desk, "Files attached", SLOW_MACHINE, () -> {
                desk.attach(photo);
                desk.robot().click(Which.id("attach.options"));
                desk.robot().find(Control.class, Which.id("attach.option.jpeg.strip"));
                desk.attach(large);
                desk.robot().find(Control.class, Which.id("compose.size").and(Which.textWith("MB exactly as sent")));
            });
            desk.show(left);
            desk.show(bottom);
            desk.robot().settle();
            watch(desk, "20 MB sent", LIMIT, () -> send(desk));
        }
    }

    private static void watch(Desk desk, String what, Duration most, Runnable action) {
        long begin = System.nanoTime();
        try (Stalls stalls = Stalls.of(desk.robot())) {
            action.run();
            System.out.printf("%s in %d ms: %s%n", what, (System.nanoTime() - begin) / 1_000_000, stalls.summary());
            keep(stalls);
            assertThat(stalls.stalls()).filteredOn(stall -> stall.own().compareTo(most) > 0).as(what).isEmpty();
        }
    }

    /** Returns when the letter is with the lab, its window gone and a copy kept. */
    private static void send(Desk desk) {
        Control letter = desk.robot().find(Control.class, Which.id("compose.box"));
        desk.robot().click(Which.id("compose.send"));
        // Asked from this thread: that of the window has enough to do.
        Object lab = desk.service("org.wirepost.ui.internal.lab.LabDesk");
        until(() -> ((List<?>) Desk.call(lab, "messages")).size() == 1 && letter.isDisposed() && isKept());
        desk.robot().settle();
    }

    private static boolean isKept() {
        try (Stream<Path> files = Files.walk(Desk.home().resolve("data/sent"))) {
            return files.anyMatch(file -> file.endsWith("letter.eml"));
        } catch (IOException | UncheckedIOException e) {
            // It is being written.
            return false;
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Path large(Path file) throws Exception {
        byte[] block = new byte[1 << 16];
        new Random(1).nextBytes(block);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < ATTACHMENT / block.length; i++) {
                out.write(block);
            }
        }
        return file;
    }
}
