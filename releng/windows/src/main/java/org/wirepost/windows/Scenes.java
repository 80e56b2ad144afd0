// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.List;
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
}
