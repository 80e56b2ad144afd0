// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
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
import org.wirepost.windows.driver.Stalls;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** Letters to the lab server, and what became of them, good and bad. */
@NeedsDisplay
@Timeout(600)
class OutboxTest {

    private static final Which LETTER = Which.id("lab.source");
    private static final int CYCLES = 30;

    private WindowThread window;
    private Robot robot;

    /** With the usual time for taking a letter back, whatever tests before this one have set. */
    @BeforeAll
    static void forget(@InjectBundleContext BundleContext context) {
        Desk.clear(context);
    }

    @BeforeEach
    @SuppressWarnings({"rawtypes", "unchecked"})
    void open(@InjectService(filter = "(wirepost.desktop=true)", timeout = 5000) ToIntFunction desktop) {
        window = WindowThread.start((ToIntFunction<String[]>) desktop);
        robot = window.robot();
        robot.shell(Which.id("window"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** The deliveries of other tests are still there: each test looks only at what is new. */
    private void forgetOthers() {
        robot.click(Which.id("outbox.show"));
        robot.find(Control.class, Which.id("org.wirepost.outbox"));
        if (robot.has(Which.id("outbox.clear"))) {
            robot.click(Which.id("outbox.clear"));
            robot.untilGone(Which.id("outbox.clear"));
        }
    }

    /** Through the second door, and off with the letter that lies behind it. */
    private void send() {
        forgetOthers();
        robot.click(Which.id("help.welcome"));
        robot.click(Which.id("welcome.lab"));
        robot.untilGone(Which.id("welcome.lab"));
        robot.click(Which.id("message.send"));
    }

    private void follow(String words) {
        Link link = robot.find(Link.class, Which.id("outbox.links").and(Which.textWith(words)));
        robot.run(() -> {
            Event event = new Event();
            event.text = words;
            link.notifyListeners(SWT.Selection, event);
        });
    }

    @Test
    void aNewUserSendsALetterToTheLabWithoutAnAccountAndSeesItArrive() {
        send();
        robot.click(Which.id("outbox.show"));
        robot.find(Control.class, Which.id("outbox.action"));
        try (Stalls stalls = Stalls.of(robot)) {
            robot.find(Control.class, Which.id("outbox.words").and(Which.textWith("250")));
            assertThat(stalls.stalls()).filteredOn(stall -> stall.own().toMillis() > 50).isEmpty();
        }
        robot.click(Which.id("lab.mail"));
        robot.find(Control.class, LETTER.and(Which.textWith("To: someone@lab.example")));
        assertThat(robot.text(Which.id("status.tls"))).startsWith("TLSv1");
    }

    @Test
    void aGreylistedLetterIsRetriedFromTheOutbox() {
        robot.click(Which.id("lab.answers"));
        Which answers = Which.id("lab.answers").and(Which.kind(Combo.class));
        robot.select(answers, "Greylisting: not now (451), once");
        send();
        robot.click(Which.id("outbox.show"));
        robot.find(Control.class, Which.id("outbox.words").and(Which.textWith("451 4.7.1")));
        follow("Retry now");
        robot.find(Control.class, Which.id("outbox.words").and(Which.textWith("250")));
        robot.select(answers, "Takes everything");
    }

    @Test
    void openingAndClosingTheViewsLeavesNothingBehind() {
        try (Leaks leaks = Leaks.of(robot)) {
            assertThat(leaks.growth(CYCLES, () -> {
                for (String view : new String[] {"help.welcome", "lab.mail", "outbox.show"}) {
                    robot.click(Which.id(view));
                    robot.click(Which.id("view.close"));
                }
                robot.settle();
            })).isEmpty();
        }
    }
}
