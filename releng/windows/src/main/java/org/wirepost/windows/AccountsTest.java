// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.ToIntFunction;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.windows.driver.EmptyHome;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** Accounts from the empty home on: added, tested, trusted, saved, tested again and removed. */
@NeedsDisplay
@Timeout(120)
@ExtendWith(EmptyHome.class)
class AccountsTest {

    private static final Which NEXT = Which.id("account.next");
    private static final Which ADVICE = Which.id("account.advice");

    @InjectService(filter = "(wirepost.desktop=true)", timeout = 5000)
    @SuppressWarnings("rawtypes")
    ToIntFunction desktop;

    @SuppressWarnings("unchecked")
    private WindowThread window() {
        return WindowThread.start((ToIntFunction<String[]>) desktop);
    }

    private static LabServer lab() throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "sesame")).build());
    }

    private static void untilAdvice(Robot robot, String words) {
        robot.find(Widget.class, ADVICE.and(Which.textWith(words)));
    }

    /** A tree whose first account is this one; that of the lab, which another test may have left, comes last. */
    private static Which account(String words) {
        return new Which("a tree with the account " + words, widget -> widget instanceof Tree tree
                && tree.getItemCount() > 0 && tree.getItem(0).getText().contains(words));
    }

    private static void fillIn(Robot robot, LabServer server, String password) {
        robot.shell(Which.id("window"));
        robot.click(Which.id("server.addAccount"));
        robot.type(Which.id("account.address"), "ann@example.org");
        robot.type(Which.id("account.host"), "localhost");
        robot.type(Which.id("account.port"), Integer.toString(server.port()));
        robot.type(Which.id("account.user"), "ann");
        robot.click(NEXT);
        robot.type(Which.id("account.secret"), password);
        robot.click(NEXT);
    }

    private static void trust(Robot robot) {
        robot.click(Which.id("account.fix.ShowCertificate"));
        assertThat(robot.text(Which.id("account.chain"))).contains("DNS:localhost", "sha256//");
        robot.click(Which.id("account.pin"));
        robot.untilGone(Which.id("account.certificate"));
    }

    private static void save(Robot robot) {
        robot.click(Which.id("account.save"));
        robot.type(Which.id("account.newMaster.password"), "correct horse");
        robot.type(Which.id("account.newMaster.again"), "correct horse");
        robot.click(Which.text("Create the Store"));
        robot.untilGone(Which.id("account.wizard"));
    }

    @Test
    void aPersonAddsAnAccountTrustsItsKeyAndRemovesIt() throws Exception {
        try (LabServer server = lab(); WindowThread window = window()) {
            Robot robot = window.robot();
            fillIn(robot, server, "wrong");
            trust(robot);
            untilAdvice(robot, "535");
            robot.click(Which.id("account.fix.Retype"));
            robot.type(Which.id("account.secret"), "sesame");
            robot.click(NEXT);
            untilAdvice(robot, "All steps went well");
            save(robot);
            robot.find(Tree.class, account("example.org  ok"));

            robot.click(Which.id("server.removeAccount"));
            robot.click(Which.text("Remove"));
            robot.untilGone(account("example.org"));
            assertThat(server.messageCount()).isZero();
        }
    }
}
