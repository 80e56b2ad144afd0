// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.AccessibleName;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** The whole work without a mouse, and without seeing. */
@NeedsDisplay
@Timeout(60)
class AccessTest {

    private static final List<Class<?>> ACTIVE = List.of(Text.class, StyledText.class, Combo.class, Button.class,
            Link.class, Spinner.class, Table.class, Tree.class, org.eclipse.swt.widgets.List.class);

    @InjectBundleContext
    BundleContext context;

    @TempDir
    java.nio.file.Path folder;

    @Test
    void everyControlHasANameToBeReadOut() {
        try (Desk desk = Desk.first(context, "compose.undoSeconds=0")) {
            Robot robot = desk.robot();
            List<String> nameless = new ArrayList<>(nameless(robot, "org.wirepost.welcome"));
            desk.tryLab();
            desk.write("ann@example.org", "For the ears", "Hello");
            desk.attach(desk.photo(folder, "beach.jpg"));
            robot.click(Which.id("attach.options"));
            nameless.addAll(nameless(robot, "org.wirepost.compose"));
            robot.click(Which.id("message.send"));
            robot.untilGone(Which.id("compose.box"));
            for (String view : Desk.VIEWS) {
                desk.show(view);
                robot.settle();
                nameless.addAll(nameless(robot, view));
            }
            nameless.addAll(nameless(robot, "window"));
            assertThat(nameless).isEmpty();
        }
    }

    private static List<String> nameless(Robot robot, String view) {
        Control body = robot.find(Control.class, Which.id(view));
        List<Widget> widgets = robot.within(body);
        return robot.get(() -> widgets.stream().filter(widget -> !widget.isDisposed()).filter(AccessTest::isNameless)
                .map(widget -> view + ": " + widget.getClass().getSimpleName() + " " + widget.getData(Which.ID))
                .distinct().toList());
    }

    private static boolean isNameless(Widget widget) {
        if (widget instanceof ToolItem item) {
            return (item.getStyle() & SWT.SEPARATOR) == 0 && item.getText().isBlank()
                    && Optional.ofNullable(item.getToolTipText()).orElse("").isBlank();
        }
        return widget instanceof Control control && takesFocus(control) && AccessibleName.of(control).isEmpty();
    }

    /** Those of the toolkit, and our own that listen to keys. */
    private static boolean takesFocus(Control control) {
        return control.isEnabled() && (ACTIVE.stream().anyMatch(kind -> kind.isInstance(control))
                || control instanceof Canvas && (control.getStyle() & SWT.NO_FOCUS) == 0
                        && control.isListening(SWT.KeyDown));
    }

    @Test
    void tabGoesThroughTheLetterFromTopToBottom() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.tryLab();
            Control to = robot.find(Control.class, Which.id("compose.to"));
            robot.run(to::setFocus);
            List<String> order = new ArrayList<>(List.of(focused(robot)));
            for (int i = 0; i < 4; i++) {
                robot.press(i < 3 ? "Tab" : "Ctrl+Tab");
                order.add(focused(robot));
            }
            assertThat(order).startsWith("compose.to", "compose.cc", "compose.subject", "compose.body");
            robot.run(to::setFocus);
            robot.press("Shift+Tab");
            assertThat(focused(robot)).isEqualTo("compose.from");
        }
    }

    private static String focused(Robot robot) {
        return robot.get(() -> Optional.ofNullable(robot.display().getFocusControl())
                .map(control -> String.valueOf(control.getData(Which.ID))).orElse("nowhere"));
    }

    @Test
    void aLetterIsWrittenAndSentByKeysAlone() {
        try (Desk desk = Desk.first(context, "compose.undoSeconds=0")) {
            Robot robot = desk.robot();
            robot.find(Control.class, Which.id("welcome.lab"));
            focus(robot, "welcome.lab");
            robot.press("Enter");
            robot.find(Control.class, Which.id("compose.to"));
            robot.press("Ctrl+N");
            robot.until("the focus in To", () -> Optional.ofNullable(robot.display().getFocusControl())
                    .filter(control -> "compose.to".equals(control.getData(Which.ID))).isPresent());
            robot.keys("ann@example.org");
            focus(robot, "compose.subject");
            robot.keys("by keys");
            focus(robot, "compose.body");
            robot.keys("no mouse");
            robot.press("Ctrl+Enter");
            robot.until("the letter in the lab", () -> desk.stored().size() == 1);
            assertThat(desk.stored().get(0).recipientAddresses()).containsExactly("ann@example.org");
            robot.press("F6");
            assertThat(robot.focus()).isPresent();
        }
    }

    /** Goes on with Tab until something has the focus. */
    private static void focus(Robot robot, String id) {
        for (int i = 0; i < 12 && !focused(robot).equals(id); i++) {
            robot.press("Tab");
        }
        assertThat(focused(robot)).isEqualTo(id);
    }
}
