// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.List;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Widget;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/**
 * What is worth a picture. A new scene is a new line: its name, and what a person would do to come there; it begins in
 * the window as it is when it is opened for the first time. The picture is taken when all of that has been done and
 * drawn, so what comes later has to be waited for here ({@code robot.find}, {@code robot.until}).
 */
final class Scenes {

    static final List<Scene> ALL = List.of(
            new Scene("window", robot -> robot.shell(Which.id("window"))),
            new Scene("attachments", AttachmentScene::set),
            new Scene("plugins", robot -> {
                robot.click(Which.id("tools.plugins"));
                Table list = robot.find(Table.class, Which.id("plugins.list"));
                robot.until("the bundles", () -> list.getItemCount() > 1);
            }),
            new Scene("help", robot -> {
                robot.click(Which.id("help.smtp"));
                robot.find(Widget.class, Which.id("help.text"));
            }),
            new Scene("preferences", robot -> {
                robot.click(Which.id("tools.preferences"));
                robot.shell(Which.id("preferences"));
            }),
            new Scene("about", robot -> {
                robot.click(Which.id("help.about"));
                robot.shell(Which.id("about"));
            }),
            new Scene("account-address", robot -> {
                robot.click(Which.id("server.addAccount"));
                robot.type(Which.id("account.address"), "ann@gmail.com");
            }),
            new Scene("account-secret", robot -> {
                robot.click(Which.id("server.addAccount"));
                robot.type(Which.id("account.address"), "ann@gmail.com");
                robot.click(Which.id("account.next"));
                robot.find(Widget.class, Which.id("account.hint"));
            }),
            new Scene("account-test", robot -> {
                startLab(robot);
                robot.click(Which.id("server.test"));
                robot.find(Widget.class, Which.id("account.advice").and(Which.textWith("All steps")));
            }),
            new Scene("welcome", robot -> {
                robot.click(Which.id("help.welcome"));
                robot.find(Widget.class, Which.id("welcome.lab"));
            }),
            new Scene("outbox", robot -> {
                forgetSent(robot);
                sendToLab(robot, "Takes everything", "250");
                sendToLab(robot, "Closes after the content without a word", "Hide details");
                sendToLab(robot, "Refuses the first recipient (550)", "550");
            }),
            new Scene("labmail", robot -> {
                sendToLab(robot, "Takes everything", "250");
                robot.click(Which.id("lab.mail"));
                robot.find(Widget.class, Which.id("lab.source").and(Which.textWith("To: someone@lab.example")));
            }));

    private Scenes() {
    }

    /** The lab of the scene before may still run. */
    private static void startLab(Robot robot) {
        Which start = Which.id("account.empty.lab");
        Which tree = Which.id("account.tree");
        robot.find(Widget.class, new Which("accounts or none", widget -> start.test().test(widget)
                || tree.test().test(widget)));
        if (robot.has(start)) {
            robot.click(start);
        }
        robot.find(Widget.class, tree);
    }

    /** The outbox keeps what became of letters as long as the process lives, and so from scene to scene. */
    private static void forgetSent(Robot robot) {
        robot.click(Which.id("outbox.show"));
        if (robot.has(Which.id("outbox.clear"))) {
            robot.click(Which.id("outbox.clear"));
            robot.untilGone(Which.id("outbox.clear"));
        }
    }

    /** Sends the letter behind the second door and waits for what the outbox says at its end. */
    private static void sendToLab(Robot robot, String answer, String said) {
        robot.click(Which.id("lab.answers"));
        robot.select(Which.id("lab.answers").and(Which.kind(Combo.class)), answer);
        robot.click(Which.id("help.welcome"));
        robot.click(Which.id("welcome.lab"));
        robot.untilGone(Which.id("welcome.lab"));
        robot.click(Which.id("outbox.show"));
        robot.click(Which.id("message.send"));
        robot.find(Widget.class, Which.id("outbox.action"));
        robot.untilGone(Which.id("outbox.action"));
        robot.find(Widget.class, Which.textWith(said));
    }
}
