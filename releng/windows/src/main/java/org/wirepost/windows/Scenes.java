// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/**
 * What is worth a picture. A new scene is a new line: its name, and what a person would do to come there; it begins in
 * the window as it is when it is opened for the first time. The picture is taken when all of that has been done and
 * drawn, so what comes later has to be waited for here ({@code robot.find}, {@code robot.until}).
 */
final class Scenes {

    private static final String TEXT = """
            Hello Ann,

            the sea was **warm until late** in the evening, and the light was what you see in the photo.

            ## What we did

            * walked to the lighthouse
            * ate far too much fish
            * read the whole of [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321)

            > Wish you were here!

            See you on Monday
            """;

    static final List<Scene> ALL = List.of(
            new Scene("welcome", desk -> desk.robot().find(Control.class, Which.id("welcome.lab"))),
            new Scene("composer", Scenes::composer),
            new Scene("preview", desk -> {
                letter(desk);
                desk.robot().click(Which.id("compose.page.preview"));
            }),
            new Scene("structure", Scenes::structure),
            new Scene("console", Scenes::console),
            new Scene("console-refused", Scenes::refused),
            new Scene("account-address", desk -> {
                desk.robot().click(Which.id("server.addAccount"));
                desk.robot().type(Which.id("account.address"), "ann@gmail.com");
            }),
            new Scene("account-secret", desk -> {
                desk.robot().click(Which.id("server.addAccount"));
                desk.robot().type(Which.id("account.address"), "ann@gmail.com");
                desk.robot().click(Which.id("account.next"));
                desk.robot().find(Widget.class, Which.id("account.hint"));
            }),
            new Scene("account-test", desk -> {
                desk.tryLab();
                desk.show("org.wirepost.accounts");
                desk.robot().find(Widget.class, Which.id("account.tree"));
                desk.robot().click(Which.id("server.test"));
                desk.robot().find(Widget.class, Which.id("account.advice").and(Which.textWith("All steps")));
            }),
            new Scene("account-certificate", Scenes::certificate),
            new Scene("outbox", Scenes::outbox),
            new Scene("outbox-scheduled", Scenes::scheduled),
            new Scene("outbox-deferred", desk -> decide(desk, "Greylisting: not now (451), once", "tried again")),
            new Scene("outbox-held", desk -> decide(desk, "Does not accept the password (535)", "Held")),
            new Scene("outbox-unknown", desk -> decide(desk, "Closes after the content without a word", "Unknown")),
            new Scene("lab-mail", Scenes::labMail),
            new Scene("drafts", Scenes::drafts),
            new Scene("plug-ins", desk -> {
                desk.show("org.wirepost.plugins");
                Table list = desk.robot().find(Table.class, Which.id("plugins.list"));
                desk.robot().until("the plug-ins", () -> list.getItemCount() > 0);
                desk.robot().run(() -> Desk.select(list, 0));
            }),
            new Scene("preferences", desk -> {
                desk.robot().click(Which.id("tools.preferences"));
                desk.robot().shell(Which.id("preferences"));
            }),
            new Scene("help", desk -> {
                desk.tryLab();
                desk.robot().click(Which.id("help.help"));
                desk.robot().find(Widget.class, Which.id("help.text"));
            }),
            new Scene("quick-access", desk -> {
                desk.robot().click(Which.id("view.quickAccess"));
                desk.robot().type(Which.id("quickAccess.text"), "layout");
            }),
            new Scene("keys", desk -> {
                desk.robot().click(Which.id("help.keys"));
                desk.robot().find(Widget.class, Which.id("keyHelp.list"));
            }),
            new Scene("small", new Point(900, 600), Scenes::longTexts));

    private Scenes() {
    }

    static void letter(Desk desk) {
        Robot robot = desk.robot();
        desk.tryLab();
        robot.type(Which.id("compose.to"), "Ann Example <ann@example.org>");
        robot.type(Which.id("compose.cc"), "bo@example.org");
        robot.type(Which.id("compose.subject"), "Holiday photos");
        robot.type(Which.id("compose.body"), TEXT);
        robot.click(Which.id("compose.markdown"));
        desk.attach(desk.photo(Desk.home(), "beach.jpg"));
        robot.find(Control.class, Which.id("compose.size").and(Which.textWith("kB")));
    }

    static void composer(Desk desk) {
        letter(desk);
        desk.robot().click(Which.id("attach.options"));
        desk.robot().find(Control.class, Which.id("attach.option.jpeg.strip"));
    }

    private static void structure(Desk desk) {
        letter(desk);
        desk.show("org.wirepost.structure");
        desk.robot().click(Which.id("view.maximize"));
        Tree tree = desk.robot().find(Tree.class, Which.id("structure.tree"));
        desk.robot().until("the photo", () -> tree.getItemCount() > 0 && tree.getItem(0).getItemCount() > 1);
        desk.robot().run(() -> Desk.select(tree, tree.getItem(0).getItem(1)));
    }

    private static void send(Desk desk) {
        desk.robot().click(Which.id("compose.send"));
    }

    private static void console(Desk desk) {
        letter(desk);
        send(desk);
        desk.robot().untilGone(Which.id("compose.box"));
        desk.console("session closed");
        desk.robot().click(Which.id("view.maximize"));
        row(desk, "Taken over");
    }

    private static void row(Desk desk, String words) {
        Table table = desk.robot().find(Table.class, Which.id("console.rows"));
        desk.robot().run(() -> {
            for (int i = 0; i < table.getItemCount(); i++) {
                if (table.getItem(i).getText(2).contains(words)) {
                    Desk.select(table, i);
                    table.showSelection();
                }
            }
        });
    }

    private static void refused(Desk desk) {
        letter(desk);
        desk.answer("Does not accept the password (535)");
        send(desk);
        desk.robot().find(Control.class, Which.id("compose.notice.failure"));
        desk.console("535");
        row(desk, "535");
    }

    private static void certificate(Desk desk) {
        Robot robot = desk.robot();
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "sesame")).build())) {
            robot.click(Which.id("server.addAccount"));
            robot.type(Which.id("account.address"), "ann@example.org");
            robot.type(Which.id("account.host"), "localhost");
            robot.type(Which.id("account.port"), Integer.toString(server.port()));
            robot.click(Which.id("account.next"));
            robot.type(Which.id("account.secret"), "sesame");
            robot.click(Which.id("account.next"));
            robot.click(Which.id("account.fix.ShowCertificate"));
            robot.find(Control.class, Which.id("account.chain"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void scheduled(Desk desk) {
        letter(desk);
        desk.robot().click(Which.id("message.sendAt"));
        desk.robot().click(Which.id("sendAt.send"));
        desk.robot().untilGone(Which.id("compose.box"));
        desk.show("org.wirepost.outbox");
        desk.robot().find(Control.class, Which.id("outbox.status").and(Which.textWith("Goes out")));
    }

    /** A letter about which somebody has to decide, beside its card. */
    private static void decide(Desk desk, String answer, String status) {
        letter(desk);
        desk.answer(answer);
        send(desk);
        desk.show("org.wirepost.outbox");
        desk.robot().find(Control.class, Which.id("outbox.status").and(Which.textWith(status)));
    }

    private static void outbox(Desk desk) {
        Robot robot = desk.robot();
        letter(desk);
        send(desk);
        robot.untilGone(Which.id("compose.box"));
        desk.answer("Refuses the first recipient (550)");
        robot.click(Which.id("message.new"));
        desk.write("nobody@example.org, cy@example.org", "Minutes of the meeting", "Hello both,\n\nhere they are.\n");
        robot.click(Which.id("message.send"));
        robot.find(Control.class, Which.id("compose.notice.failure"));
        desk.show("org.wirepost.outbox");
        robot.find(Control.class, Which.id("outbox.words").and(Which.textWith("550")));
        robot.click(Which.id("view.maximize"));
    }

    private static void labMail(Desk desk) {
        letter(desk);
        send(desk);
        desk.robot().untilGone(Which.id("compose.box"));
        desk.show("org.wirepost.labmail");
        Table list = desk.robot().find(Table.class, Which.id("lab.list"));
        desk.robot().until("the letter", () -> list.getItemCount() == 1);
        desk.robot().run(() -> Desk.select(list, 0));
        desk.robot().find(Control.class, Which.id("lab.source").and(Which.textWith("Holiday photos")));
    }

    private static void drafts(Desk desk) {
        Robot robot = desk.robot();
        letter(desk);
        send(desk);
        robot.untilGone(Which.id("compose.box"));
        for (String subject : List.of("Shopping list", "Invitation to the summer fair", "Re: heating")) {
            robot.click(Which.id("message.new"));
            desk.write("ann@example.org", subject, "To be written.");
            robot.click(Which.id("message.save"));
        }
        desk.show("org.wirepost.drafts");
        Tree tree = robot.find(Tree.class, Which.id("drafts.tree"));
        robot.until("the drafts", () -> tree.getItemCount() == 2 && tree.getItem(0).getItemCount() == 3);
    }

    private static void longTexts(Desk desk) {
        Robot robot = desk.robot();
        desk.tryLab();
        desk.write("\"A person with quite a long name\" <a.person.with.quite.a.long.name@a-department.example.org>, "
                + "bo@example.org, wrong@@example.org",
                "A subject that goes on and on, because somebody could not stop in time, as it happens now and then",
                TEXT);
        desk.attach(desk.photo(Desk.home(), "a photo whose name says all there is to say about it, and more.jpg"));
        robot.find(ToolItem.class, Which.id("attach.options"));
    }
}
