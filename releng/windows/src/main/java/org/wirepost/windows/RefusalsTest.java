// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Servers that refuse, defer, fall silent or break off: what is said, and that nothing of the letter is lost. */
@NeedsDisplay
@Timeout(60)
class RefusalsTest {

    private static final String BOTH = "ann@example.org, bo@example.org";

    @InjectBundleContext
    BundleContext context;

    private Desk desk;
    private Robot robot;

    @BeforeEach
    void open() {
        desk = Desk.first(context, "compose.undoSeconds=0");
        robot = desk.robot();
        desk.tryLab();
        desk.write(BOTH, "To be kept", "Every word of this.");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void send(String answer) {
        desk.answer(answer);
        robot.click(Which.id("compose.send"));
    }

    private void nothingIsLost() {
        assertThat(robot.text(Which.id("compose.to"))).isEqualTo(BOTH);
        assertThat(robot.text(Which.id("compose.subject"))).isEqualTo("To be kept");
        assertThat(robot.text(Which.id("compose.body"))).contains("Every word of this.");
    }

    private String failure() {
        return robot.text(Which.id("compose.notice.failure.text"));
    }

    @Test
    void aPasswordThatIsNotAcceptedIsExplainedAndTriedAgain() {
        send("Does not accept the password (535)");

        assertThat(failure()).contains("535").contains("app password");
        nothingIsLost();
        assertThat(desk.console("535")).anyMatch(row -> row.contains("AUTH"));
        assertThat(desk.stored()).isEmpty();
        desk.answer("Takes everything");
        robot.click(Which.id("compose.tryAgain"));
        robot.untilGone(Which.id("compose.box"));
        assertThat(desk.stored()).hasSize(1);
    }

    @Test
    void ofTwoRecipientsOneIsRefusedAndOnlyThatOneIsTriedAgain() {
        send("Refuses the first recipient (550)");

        assertThat(failure()).contains("ann@example.org").contains("550");
        desk.show("org.wirepost.outbox");
        assertThat(robot.text(Which.id("outbox.status"))).contains("ccepted for 1").contains("efused for 1");
        robot.find(Control.class, Which.id("outbox.words").and(Which.textWith("550 5.1.1 No such user here")));
        nothingIsLost();
        assertThat(desk.stored()).hasSize(1);
        desk.answer("Takes everything");
        robot.click(Which.id("compose.tryAgain"));
        robot.untilGone(Which.id("compose.box"));
        assertThat(desk.stored().stream().map(each -> each.recipientAddresses()))
                .containsExactly(List.of("bo@example.org"), List.of("ann@example.org"));
    }

    @Test
    void aDeferredRecipientIsTriedAgainFromTheOutbox() {
        send("Greylisting: not now (451), once");

        assertThat(failure()).contains("451");
        desk.show("org.wirepost.outbox");
        robot.find(Control.class, Which.id("outbox.links").and(Which.textWith("Retry")));
        robot.click(Which.id("outbox.retry"));
        robot.until("both letters", () -> desk.stored().size() == 2);
        assertThat(desk.stored().stream().map(each -> each.recipientAddresses()))
                .containsExactly(List.of("bo@example.org"), List.of("ann@example.org"));
        robot.untilGone(Which.id("compose.box"));
    }

    @Test
    void aSilentServerCanBeCancelled() {
        send("Falls silent after the content");

        desk.show("org.wirepost.outbox");
        robot.find(Control.class, Which.id("outbox.status").and(Which.textWith("waiting for the answer")));
        robot.click(Which.id("compose.cancel"));
        assertThat(failure()).isNotEmpty();
        nothingIsLost();
        robot.untilGone(Which.id("status.cancel"));
    }

    @Test
    void aLostAnswerIsExplainedAndNotSentAgainByItself() {
        send("Closes after the content without a word");

        assertThat(failure()).contains("nobody knows").contains("Ask the recipient");
        desk.show("org.wirepost.outbox");
        assertThat(robot.text(Which.id("outbox.status"))).isEqualTo("Unknown for 2");
        robot.find(Control.class, Which.textWith("may make a second letter"));
        assertThat(robot.text(Which.id("outbox.links"))).contains("Send again anyway").doesNotContain("Retry");
        nothingIsLost();
        desk.answer("Takes everything");
        assertThat(desk.console("closed")).filteredOn(row -> row.startsWith("C: BDAT")).hasSize(1);
        assertThat(desk.stored()).hasSize(1);
    }
}
