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
import java.util.Random;
import java.util.stream.Collectors;
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

/** That the window answers while much is going on. The figures are printed; the limits leave room for slow machines. */
@NeedsDisplay
@Timeout(90)
class SpeedTest {

    private static final int ROWS = 50_000;
    private static final int SCREENS = 100;
    private static final int ATTACHMENT = 20 << 20;

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
            try (Stalls stalls = Stalls.of(robot)) {
                fill(recording);
                robot.until("all rows", () -> table.getItemCount() >= ROWS);
                long filled = System.nanoTime();
                for (int i = 0; i < SCREENS; i++) {
                    int top = (int) ((long) ROWS * i / SCREENS);
                    robot.run(() -> table.setTopIndex(top));
                    robot.settle();
                }
                long done = System.nanoTime();
                System.out.printf("Console: %d rows in %d ms; a screen scrolled in %.1f ms; longest stall %d ms, %d "
                        + "over 50 ms%n", ROWS, (filled - begin) / 1_000_000, (done - filled) / 1e6 / SCREENS,
                        stalls.longest().toMillis(), stalls.stalls().size());
                keep(stalls);
                assertThat(Duration.ofNanos(filled - begin)).isLessThan(Duration.ofSeconds(15));
                assertThat(Duration.ofNanos((done - filled) / SCREENS)).isLessThan(Duration.ofMillis(250));
            }
        }
    }

    /** What the window was busy with is beside the other results, for whoever wants to know. */
    private static void keep(Stalls stalls) {
        Path file = Path.of(System.getProperty("wirepost.windows.target", "."), "stalls.txt");
        try {
            Files.writeString(file, stalls.stalls().stream().map(stall -> stall.length().toMillis() + " ms\n"
                    + stall.trace() + "\n").collect(Collectors.joining("\n")), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
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
    void theWindowAnswersWhileTwentyMegabytesAreSent(@TempDir Path folder) throws Exception {
        try (Desk desk = Desk.first(context, "compose.undoSeconds=0")) {
            Robot robot = desk.robot();
            desk.tryLab();
            desk.write("ann@example.org", "Large", "See what comes with it.");
            desk.attach(large(folder.resolve("large.bin")));
            robot.find(Control.class, Which.id("compose.size").and(Which.textWith("MB as base64")));
            desk.show("org.wirepost.outbox");
            long begin = System.nanoTime();
            try (Stalls stalls = Stalls.of(robot)) {
                robot.click(Which.id("compose.send"));
                robot.until("the letter in the lab", () -> desk.stored().size() == 1);
                robot.untilGone(Which.id("compose.box"));
                System.out.printf("20 MB sent in %d ms; longest stall %d ms, %d over 50 ms%n",
                        (System.nanoTime() - begin) / 1_000_000, stalls.longest().toMillis(), stalls.stalls().size());
                keep(stalls);
                // The aim is none over 50 ms; a machine that others use too is late by more than that by itself.
                assertThat(stalls.stalls()).filteredOn(stall -> stall.length().toMillis() > 200)
                        .as("long stalls").hasSizeLessThan(5);
                assertThat(stalls.longest()).isLessThan(Duration.ofSeconds(2));
            }
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
