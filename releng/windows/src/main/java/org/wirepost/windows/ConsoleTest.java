// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.windows.driver.Leaks;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** The protocol console beside the lab server: a letter, and a dialogue by hand. */
@NeedsDisplay
@Timeout(600)
class ConsoleTest {

    private static final Which VIEW = Which.id("view:org.wirepost.console");
    private static final Which ROWS = Which.id("console.rows");
    private static final Which PROMPT = Which.id("console.prompt");
    private static final int CYCLES = 30;

    private WindowThread window;
    private Robot robot;

    /** Letters go at once, whatever tests before this one have set or left. */
    @BeforeAll
    static void forget(@InjectBundleContext BundleContext context) {
        Desk.clear(context, "compose.undoSeconds=0");
    }

    @BeforeEach
    @SuppressWarnings({"rawtypes", "unchecked"})
    void open(@InjectService(filter = "(wirepost.desktop=true)", timeout = 5000) ToIntFunction desktop) {
        window = WindowThread.start((ToIntFunction<String[]>) desktop);
        robot = window.robot();
        robot.shell(Which.id("window"));
        if (!robot.has(ROWS)) {
            robot.click(VIEW);
        }
        robot.click(Which.id("console.clear").and(Which.kind(ToolItem.class)));
        Table table = robot.find(Table.class, ROWS);
        robot.until("an empty console", () -> table.getItemCount() == 0);
        robot.click(Which.id("help.welcome"));
        robot.click(Which.id("welcome.lab"));
        robot.untilGone(Which.id("welcome.lab"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<String> rows() {
        Table table = robot.find(Table.class, ROWS);
        return robot.get(() -> texts(table));
    }

    private static List<String> texts(Table table) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < table.getItemCount(); i++) {
            rows.add(table.getItem(i).getText(1) + " " + table.getItem(i).getText(2));
        }
        return rows;
    }

    private void awaitRow(String words) {
        await(words, 1);
    }

    private void await(String words, int times) {
        Table table = robot.find(Table.class, ROWS);
        robot.until(times + " rows with " + words,
                () -> texts(table).stream().filter(row -> row.contains(words)).count() == times);
    }

    private void select(String words) {
        Table table = robot.find(Table.class, ROWS);
        robot.run(() -> {
            for (int i = 0; i < table.getItemCount(); i++) {
                if (table.getItem(i).getText(2).contains(words)) {
                    table.setSelection(i);
                    table.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
        });
    }

    private void say(String line) {
        Text prompt = robot.find(Text.class, PROMPT);
        robot.until("the prompt", () -> prompt.isEnabled());
        robot.type(PROMPT, line);
        robot.run(() -> prompt.notifyListeners(SWT.DefaultSelection, new Event()));
    }

    private String detail() {
        return robot.of(StyledText.class, Which.id("console.detail"), StyledText::getText);
    }

    @Test
    void aLetterShowsLineByLineAndEachLineIsExplained() {
        String size = robot.text(Which.textWith("B exactly as sent")).replaceAll("\\D", "");
        robot.click(Which.id("message.send"));
        awaitRow("C: QUIT");
        assertThat(rows()).anyMatch(row -> row.startsWith("C: (content " + size + " octets"));
        assertThat(rows()).anyMatch(row -> row.startsWith("C: MAIL FROM:<"))
                .anyMatch(row -> row.startsWith("S: 250 2.0.0 Taken over"));
        select("Taken over");
        assertThat(detail()).contains("responsible").contains("RFC 5321").contains("250 2.0.0 Taken over");
        select("certificate accepted");
        assertThat(detail()).contains("TLSv1").contains("days left").contains("sha256//");
        assertThat(String.join("\n", rows())).doesNotContain("password");
    }

    @Test
    void aDialogueIsHeldByHand() {
        robot.click(Which.id("console.hand"));
        robot.shell(Which.id("console.handDialog"));
        robot.click(Which.text("Connect").and(Which.kind(Button.class)));
        awaitRow("learned over TLS");
        say("vrfy somebody");
        awaitRow("S: 252");
        say("STARTTLS");
        robot.find(Label.class, Which.textWith("STARTTLS cannot be said by hand"));
        say("AUTH LOGIN");
        awaitRow("S: 334");
        say("a-secret-word");
        await("S: 334", 2);
        say("*");
        awaitRow("S: 501");
        assertThat(String.join("\n", rows())).doesNotContain("a-secret-word").doesNotContain("YS1zZWNyZXQtd29yZA");
        say("QUIT");
        awaitRow("session closed");
    }

    @Test
    void openingAndClosingItLeavesNothingBehind() {
        try (Leaks leaks = Leaks.of(robot)) {
            assertThat(leaks.growth(CYCLES, () -> {
                robot.click(VIEW);
                robot.click(Which.id("view.close"));
                robot.settle();
            })).isEmpty();
        }
    }
}
