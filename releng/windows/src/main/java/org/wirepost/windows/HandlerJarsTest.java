// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.AccessibleName;
import org.wirepost.windows.driver.Drop;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Handlers come as jars, are updated and go, while a letter is open whose attachment they take care of. */
@NeedsDisplay
@Timeout(120)
class HandlerJarsTest {

    private static final String GUEST = "com.example.guest";
    private static final Which LIST = Which.id("plugins.list");

    @InjectBundleContext
    BundleContext context;

    @TempDir
    Path folder;

    private Desk desk;
    private Robot robot;
    private String letter;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.first(context, "compose.undoSeconds=0");
        robot = desk.robot();
        desk.tryLab();
        desk.write("ann@example.org", "From a guest", "Here it is.");
        letter = (String) robot.get(() -> Desk.call(((Optional<?>) Desk.call(desk.service(
                "org.wirepost.ui.internal.compose.Letters"), "active")).orElseThrow(), "id"));
        Drop.files(robot, Which.id("attach.strip"), Files.writeString(folder.resolve("book.guest"), "plain words"));
        untilRowSays("book.guest");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void untilRowSays(String words) {
        untilRow("that says " + words, row -> row.contains(words));
    }

    private void untilRow(String what, Predicate<String> says) {
        robot.run(() -> Desk.call(desk.service("org.wirepost.ui.internal.shell.Windows"), "open",
                "org.wirepost.compose", letter));
        robot.find(Control.class, Which.id("attach.row").and(new Which(what, widget ->
                widget instanceof Control row && says.test(AccessibleName.of(row).orElse("")))));
    }

    private void offer(String symbolicName, String version) throws IOException {
        desk.show("org.wirepost.plugins");
        Drop.files(robot, Which.id("plugins.page"),
                GuestPlugin.jar(folder.resolve(symbolicName + "-" + version + ".jar"), symbolicName, version));
    }

    private void install(String version) throws IOException {
        offer(GUEST, version);
        robot.click(Which.id("plugins.install.ok"));
        robot.untilGone(Which.id("plugins.install.ok"));
    }

    private void untilActive(String version) {
        Table table = robot.find(Table.class, LIST);
        robot.until(GUEST + " " + version, () -> Arrays.stream(table.getItems()).anyMatch(item ->
                Arrays.asList(item.getText(0), item.getText(1), item.getText(3)).containsAll(
                        List.of(GUEST, version, "Active"))));
    }

    @Test
    void aHandlerArrivesIsUpdatedAndLeavesWhileItsFileIsInALetter() throws Exception {
        install("1.0.0");
        untilActive("1.0.0");
        untilRowSays("stamped by 1.0.0");
        offer(GUEST, "1.10.0");
        assertThat(robot.text(Which.id("plugins.install.ok"))).isEqualTo("Update");
        assertThat(robot.text(Which.id("plugins.install.facts"))).contains("1.0.0, replaced by this", "1.10.0",
                "Guests Ltd", "SHA-256");
        robot.click(Which.id("plugins.install.ok"));
        untilActive("1.10.0");
        robot.find(Control.class, Which.id("plugins.notice").and(Which.textWith("is now 1.10.0")));
        untilRowSays("stamped by 1.10.0");
        robot.click(Which.id("message.send"));
        robot.until("the letter in the lab", () -> desk.stored().size() == 1);
        assertThat(desk.stored().get(0).text()).contains("stamped by 1.10.0").doesNotContain("plain words");
    }

    @Test
    void aLetterGoesOutAsItIsWhenItsHandlerHasLeft() throws Exception {
        install("1.0.0");
        untilRowSays("stamped by 1.0.0");
        desk.show("org.wirepost.plugins");
        robot.select(LIST, GUEST);
        robot.click(Which.id("plugins.uninstall"));
        Table table = robot.find(Table.class, LIST);
        robot.until("the end of the plug-in", () -> Arrays.stream(table.getItems())
                .noneMatch(item -> item.getText(0).equals(GUEST)));
        untilRow("that says nothing of a stamp", words -> words.contains("11 bytes") && !words.contains("stamped"));
        robot.click(Which.id("message.send"));
        robot.until("the letter in the lab", () -> desk.stored().size() == 1);
        assertThat(desk.stored().get(0).text()).contains("plain words");
    }
}
