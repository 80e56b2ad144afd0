// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** What lies in the outbox waits there for its time, for a person, and for the next start. */
@NeedsDisplay
@Timeout(90)
class DurableOutboxTest {

    @InjectBundleContext
    BundleContext context;

    private Desk desk;
    private Robot robot;

    @BeforeEach
    void open() {
        desk = Desk.first(context, "compose.undoSeconds=0");
        robot = desk.robot();
        desk.tryLab();
        desk.write("ann@example.org", "To be kept", "Every word of this.");
    }

    @AfterEach
    void close() {
        desk.close();
        Desk.clear(context);
    }

    private void send(String answer) {
        desk.answer(answer);
        robot.click(Which.id("compose.send"));
    }

    private void status(String words) {
        desk.show("org.wirepost.outbox");
        robot.find(Control.class, Which.id("outbox.status").and(Which.textWith(words)));
    }

    private void follow(String words) {
        Link link = robot.find(Link.class, Which.id("outbox.links").and(Which.textWith(words)));
        robot.run(() -> link.getDisplay().asyncExec(() -> {
            Event event = new Event();
            event.text = words;
            link.notifyListeners(SWT.Selection, event);
        }));
    }

    @Test
    void aLetterForLaterWaitsInTheOutboxAndGoesWhenItIsToldTo() {
        robot.click(Which.id("message.sendAt"));
        robot.click(Which.id("sendAt.send"));
        robot.untilGone(Which.id("compose.box"));
        status("Goes out ");
        robot.find(Link.class, Which.id("status.outbox").and(Which.textWith("1 in outbox")));
        assertThat(desk.stored()).isEmpty();
        follow("Send now");
        status("Accepted for 1 of 1");
        assertThat(desk.stored()).hasSize(1);
    }

    @Test
    void aLetterForLaterIsTakenBackAsItWas() {
        robot.click(Which.id("message.sendAt"));
        robot.click(Which.id("sendAt.send"));
        robot.untilGone(Which.id("compose.box"));
        status("Goes out ");
        follow("Take back and edit");
        assertThat(robot.text(Which.id("compose.subject"))).isEqualTo("To be kept");
        assertThat(desk.stored()).isEmpty();
        robot.untilGone(Which.id("status.cancel"));
    }

    @Test
    void aRefusedPasswordHoldsTheLetterUntilItIsReleased() {
        send("Does not accept the password (535)");

        status("Held");
        robot.find(Link.class, Which.id("status.outbox").and(Which.textWith("1 held")));
        robot.find(Link.class, Which.id("outbox.links").and(Which.textWith("Correct the account")));
        desk.answer("Takes everything");
        follow("Release");
        status("Accepted for 1 of 1");
        robot.untilGone(Which.id("compose.box"));
        assertThat(desk.stored()).hasSize(1);
    }

    @Test
    void whatIsUnknownIsSentAgainOnlyWhenAPersonSaysSoTwice() throws Exception {
        send("Closes after the content without a word");

        status("Unknown for 1");
        robot.find(Link.class, Which.id("status.outbox").and(Which.textWith("1 unknown")));
        desk.answer("Takes everything");
        follow("Send again anyway\u2026");
        robot.click(Which.text("Send again"));
        status("Accepted for 1 of 1");
        assertThat(desk.stored()).hasSize(2);
        assertThat(desk.stored().get(1).bytes()).isEqualTo(desk.stored().get(0).bytes());
        robot.untilGone(Which.id("compose.box"));
    }

    @Test
    void everythingIsThereAgainAfterARestart() throws Exception {
        send("Closes after the content without a word");
        status("Unknown for 1");
        desk.close();
        Desk.bundle(context, Desk.UI).stop();
        Desk.bundle(context, Desk.UI).start();
        desk = Desk.open(context);
        robot = desk.robot();
        status("Unknown for 1");
        assertThat(robot.text(Which.id("compose.notice.failure.text"))).contains("nobody");
        follow("It has arrived");
        robot.untilGone(Which.id("compose.box"));
        status("Accepted for 1 of 1");
    }
}
