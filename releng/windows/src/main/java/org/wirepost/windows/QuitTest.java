// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** The end of the window while work is under way. */
@NeedsDisplay
@Timeout(60)
class QuitTest {

    @InjectBundleContext
    BundleContext context;

    /** Nobody else is to wait that long. */
    @AfterEach
    void clear() {
        Desk.clear(context);
    }

    /** The letter waits as long as letters can, so that it is not gone before the question. */
    @Test
    void quittingWhileALetterWaitsAsksFirst() {
        try (Desk desk = Desk.first(context, "compose.undoSeconds=30")) {
            Robot robot = desk.robot();
            desk.tryLab();
            desk.write("ann@example.org", "Late", "It can wait.");
            robot.click(Which.id("compose.send"));
            robot.find(Control.class, Which.id("status.cancel"));
            robot.close(robot.shell(Which.id("window")));
            robot.click(Which.text("Do not close"));
            assertThat(robot.has(Which.id("status.outbox"))).isTrue();
            robot.close(robot.shell(Which.id("window")));
            robot.click(Which.text("Close now"));
            assertThat(desk.code()).isZero();
        }
    }
}
