// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** A server and a file whose words would steer, turn or hide what is around them: no widget shows them as they are. */
@NeedsDisplay
@Timeout(90)
class HostileTextTest {

    private static final String EVIL = "\u001b[2J\u202Egone\u200B & <a href=\"x\">here</a> \u009b31m";
    private static final String ACCOUNT = """
            {"version": 1, "accounts": [{"name": "plain", "identities": [{"address": "me@example.org"}],
             "server": {"host": "localhost", "port": %d, "tls": "none"}}]}
            """;

    @InjectBundleContext
    BundleContext context;

    @Test
    void nothingThatStrangersSaySteersAWidget(@TempDir Path folder) throws IOException {
        LabSettings hostile = LabSettings.builder().tls(LabTls.NONE).banner("hello " + EVIL)
                .extraCapabilities("X-" + EVIL)
                .script(Script.script().on(Stage.RCPT).reply("550 5.1.1 " + EVIL + "x".repeat(400))).build();
        try (LabServer server = LabServer.start(hostile);
                Desk desk = Desk.withAccounts(context, ACCOUNT.formatted(server.port()), "compose.undoSeconds=0")) {
            Robot robot = desk.robot();
            robot.click(Which.id("message.new"));
            robot.find(Control.class, Which.id("compose.to"));
            desk.write("ann@example.org", "To be refused", "Words.");
            List<String> faults = faults(robot);
            robot.click(Which.id("compose.send"));
            assertThat(robot.text(Which.id("compose.notice.failure.text"))).contains("550");
            faults.addAll(faults(robot));
            desk.attach(Files.write(folder.resolve("a\u001b[31m\u202Egpj.exe & \u2066b.txt"), new byte[] {'x'}));
            faults.addAll(faults(robot));
            for (String view : Desk.VIEWS) {
                desk.show(view);
                faults.addAll(faults(robot));
            }
            assertThat(desk.console("550")).anyMatch(row -> row.contains("\\x1b[2J\\u202egone"));
            faults.addAll(faults(robot));

            assertThat(faults).isEmpty();
            assertThat(robot.get(() -> texts(robot))).as("what is shown at all")
                    .anyMatch(text -> text.contains("gpj.exe &"))
                    .anyMatch(text -> text.contains("\\u202egone"));
        }
    }

    private static List<String> faults(Robot robot) {
        robot.settle();
        return new ArrayList<>(robot.get(() -> texts(robot)).stream().filter(HostileTextTest::steers).toList());
    }

    private static boolean steers(String text) {
        return text.codePoints().filter(c -> c != '\n' && c != '\t').anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static List<String> texts(Robot robot) {
        return robot.widgets().stream().filter(widget -> !widget.isDisposed()).flatMap(HostileTextTest::texts)
                .map(text -> text.replace(Text.DELIMITER, "\n")).toList();
    }

    private static Stream<String> texts(Widget widget) {
        Stream<String> tip = widget instanceof Control control ? Optional.ofNullable(control.getToolTipText()).stream()
                : Stream.of();
        return Stream.concat(tip, own(widget));
    }

    private static Stream<String> own(Widget widget) {
        if (widget instanceof TableItem row) {
            return cells(row.getParent().getColumnCount()).map(row::getText);
        }
        if (widget instanceof TreeItem row) {
            return cells(row.getParent().getColumnCount()).map(row::getText);
        }
        if (widget instanceof Label label) {
            // As it is seen: two ampersands are one.
            return Stream.of(label.getText().replace("&&", "&"));
        }
        return Stream.of(widget instanceof Item item ? item.getText() : widget instanceof Button button
                ? button.getText()
                : widget instanceof Link link ? link.getText() : widget instanceof Text text ? text.getText()
                : widget instanceof StyledText text ? text.getText()
                : widget instanceof Shell shell ? shell.getText() : "");
    }

    private static Stream<Integer> cells(int count) {
        return IntStream.range(0, Math.max(1, count)).boxed();
    }
}
