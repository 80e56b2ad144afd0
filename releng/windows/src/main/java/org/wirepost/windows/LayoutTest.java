// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Views moved, maximised, closed and opened again with the mouse, and what is left of that after a restart. */
@NeedsDisplay
@Timeout(60)
class LayoutTest {

    private static final String STRUCTURE = "org.wirepost.structure";

    @InjectBundleContext
    BundleContext context;

    @Test
    void viewsMoveAndStayWhereTheyWerePut() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.show(STRUCTURE);
            assertThat(stack(robot, "Structure")).isEqualTo("stack.RIGHT");
            robot.drag(middle(robot, "Structure"), middle(robot, "Accounts"));
            robot.until("the tab on the left", () -> "stack.LEFT".equals(place(robot, "Structure")));
            robot.click(Which.id("view:org.wirepost.console"));
            robot.untilGone(Which.text("Protocol console").and(Which.kind(CTabItem.class)));
            robot.close(robot.shell(Which.id("window")));
        }
        try (Desk desk = Desk.open(context)) {
            Robot robot = desk.robot();
            assertThat(stack(robot, "Structure")).isEqualTo("stack.LEFT");
            assertThat(robot.has(Which.id("org.wirepost.console"))).isFalse();
            robot.click(Which.id("view:org.wirepost.console"));
            robot.find(Control.class, Which.id("org.wirepost.console"));
            robot.click(Which.id("layout.reset"));
            robot.until("the tab on the right", () -> "stack.RIGHT".equals(place(robot, "Structure")));
        }
    }

    @Test
    void aDoubleClickMaximisesAndRestores() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.show(STRUCTURE);
            Control left = robot.find(Control.class, Which.id("stack.LEFT"));
            robot.doubleClick(middle(robot, "Structure"));
            robot.until("no room for the left", () -> !left.isVisible());
            robot.doubleClick(middle(robot, "Structure"));
            robot.until("room for the left", left::isVisible);
            robot.doubleClick(middle(robot, "Structure"));
            robot.until("no room for the left again", () -> !left.isVisible());
            robot.click(Which.id("view.maximize"));
            robot.until("room for the left by the command", left::isVisible);
        }
    }

    @Test
    void theKeyboardStaysWhereSomethingCanBeSeen() {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.show("org.wirepost.console");
            robot.doubleClick(middle(robot, "Protocol console"));
            Control console = robot.find(Control.class, Which.id("stack.BOTTOM"));
            robot.untilGone(Which.id("stack.LEFT"));
            for (int i = 0; i < 40; i++) {
                robot.tab();
                Control focus = robot.focus().orElseThrow();
                assertThat(robot.get(() -> focus.isVisible() && focus.getSize().x > 0 && focus.getSize().y > 0))
                        .as("Focus after %d times Tab: %s", i + 1, focus).isTrue();
            }
            assertThat(robot.get(console::isVisible)).isTrue();
        }
    }

    @Test
    void theWindowStandsExactlyWhereItWasAfterEveryRestart() {
        Rectangle wanted = new Rectangle(130, 90, 1200, 760);
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            Shell window = robot.shell(Which.id("window"));
            robot.run(() -> window.setBounds(wanted));
            robot.until("the window in its new place", () -> window.getBounds().equals(wanted));
            robot.settle();
            robot.close(window);
        }
        for (int restart = 1; restart <= 3; restart++) {
            try (Desk desk = Desk.open(context)) {
                Robot robot = desk.robot();
                Shell window = robot.shell(Which.id("window"));
                robot.settle();
                assertThat(robot.get(window::getBounds)).as("Restart %d", restart).isEqualTo(wanted);
                robot.close(window);
            }
        }
    }

    private static String stack(Robot robot, String tab) {
        return robot.get(() -> place(robot, tab));
    }

    /** On the user interface thread. */
    private static String place(Robot robot, String tab) {
        return robot.widgets().stream().filter(CTabItem.class::isInstance).map(CTabItem.class::cast)
                .filter(item -> item.getText().startsWith(tab)).findFirst()
                .map(item -> (String) item.getParent().getData(Which.ID)).orElse("");
    }

    private static Point middle(Robot robot, String tab) {
        return robot.of(CTabItem.class, Which.textWith(tab), item -> {
            Rectangle area = item.getBounds();
            CTabFolder folder = item.getParent();
            return folder.toDisplay(area.x + 12, area.y + area.height / 2);
        });
    }
}
