// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Server;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.smtp.TlsMode;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.PostRoom;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.session.SessionChoice;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.UiThread;

@ExtendWith(OnDisplay.class)
class OutboxPaneTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path home;
    private PostRoom room;
    private Shell shell;
    private final Look look = new Look();
    private final List<LabServer> servers = new ArrayList<>();
    private final Title title = new Title();

    /** Remembers the title of the tab. */
    private static final class Title implements ViewSite {

        private String text = "";

        @Override
        public String instance() {
            return "";
        }

        @Override
        public String memento() {
            return "";
        }

        @Override
        public void setTitle(String now) {
            text = now;
        }

        @Override
        public void handle(String command, Runnable action, BooleanSupplier enabled) {
        }

        @Override
        public void setStatus(String sentence) {
        }

        @Override
        public void activate() {
        }

        @Override
        public void close() {
        }
    }

    @BeforeEach
    void open() {
        room = new PostRoom(home);
        UiThread ui = new UiThread();
        ui.attach(Display.getCurrent());
        OutboxActions actions = new OutboxActions(room.deliveries, room.book, null, null, new SessionChoice(),
                new Windows(),
                new CommandTable(), ui);
        shell = new Shell(Display.getCurrent());
        shell.setLayout(new FillLayout());
        shell.setSize(280, 700);
        new OutboxPane(shell, title, new OutboxPane.Parts(room.deliveries, actions, look, ui));
        shell.open();
    }

    @AfterEach
    void close() {
        room.close();
        servers.forEach(LabServer::close);
        shell.dispose();
    }

    private Account account(Script script) throws Exception {
        LabServer server = LabServer.start(LabSettings.builder().script(script).build());
        servers.add(server);
        Account account = Account.of("Lab", Identity.of("ada@lab.example"),
                Server.of("127.0.0.1", server.port(), TlsMode.NONE), Optional.empty());
        room.book.addTemporary(account);
        return account;
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Display.getCurrent().timerExec(100, () -> { });
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            if (!Display.getCurrent().readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private static <T extends Control> List<T> all(Composite parent, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Control control : parent.getChildren()) {
            if (kind.isInstance(control) && control.getVisible()) {
                found.add(kind.cast(control));
            }
            if (control instanceof Composite composite) {
                found.addAll(all(composite, kind));
            }
        }
        return found;
    }

    private boolean shows(String text) {
        return all(shell, Label.class).stream().anyMatch(label -> label.getText().contains(text));
    }

    private Optional<Link> link(String words) {
        return all(shell, Link.class).stream().filter(link -> link.getText().contains("<a>" + words + "</a>"))
                .findFirst();
    }

    private void follow(String words) {
        Event event = new Event();
        event.text = words;
        link(words).orElseThrow().notifyListeners(SWT.Selection, event);
    }

    @Test
    void aRefusalShowsTheWordsOfTheServerForEachRecipient() throws Exception {
        Account account = account(Script.script().on(Stage.RCPT).nth(1).reply("550-5.1.1 No", "550 5.1.1 such user"));
        room.deliveries.submit(PostRoom.letter(account, "nobody@lab.example", "bob@lab.example"), 0);
        until(() -> shows("Accepted for 1, refused for 1") || shows("refused"));
        List<String> words = all(shell, Text.class).stream().map(Text::getText).toList();
        assertThat(words).anyMatch(text -> text.contains("550-5.1.1 No") && text.contains("550 5.1.1 such user"));
        assertThat(shows("nobody@lab.example")).isTrue();
        assertThat(link(Messages.retry)).isEmpty();
    }

    @Test
    void undoCountsDownAndTakesTheLetterBack() throws Exception {
        room.deliveries.submit(PostRoom.letter(account(Script.script()), "bob@lab.example"), 30);
        until(() -> all(shell, Button.class).stream().anyMatch(button -> button.getText().startsWith("Undo (")));
        assertThat(title.text).contains("1");
        all(shell, Button.class).get(0).notifyListeners(SWT.Selection, new Event());
        until(() -> shows(Messages.undone));
        assertThat(all(shell, Button.class)).isEmpty();
        assertThat(servers.get(0).sessions()).isEmpty();
    }

    @Test
    void aDeferredLetterIsRetriedOnceByALink() throws Exception {
        Account account = account(Script.script().on(Stage.RCPT).nthOverall(1).reply("451 4.7.1 Greylisted"));
        room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        until(() -> link(Messages.retry).isPresent());
        follow(Messages.retry);
        until(() -> shows(Messages.bind(Messages.acceptedAll, 1, 1)));
        until(() -> link(Messages.retry).isEmpty());
        assertThat(room.deliveries.deliveries()).hasSize(1);
    }

    @Test
    void anUnknownOutcomeIsExplainedAndNotOfferedAsARetry() throws Exception {
        Account account = account(Script.script().on(Stage.END_OF_DATA).swallow().close());
        room.deliveries.submit(PostRoom.letter(account, "bob@lab.example"), 0);
        until(() -> shows(Messages.unknownWords));
        assertThat(link(Messages.retry)).isEmpty();
        assertThat(link(Messages.sendAnyway)).isPresent();
        follow(Messages.markSent);
        until(() -> shows(Messages.bind(Messages.acceptedAll, 1, 1)));
        follow(Messages.clear);
        until(() -> shows(Messages.empty.lines().findFirst().orElseThrow()));
    }

    @Test
    void everythingIsRepaintedWhenTheThemeChanges() throws Exception {
        room.deliveries.submit(PostRoom.letter(account(Script.script()), "bob@lab.example"), 0);
        until(() -> shows(Messages.bind(Messages.acceptedAll, 1, 1)));
        look.setTheme(Theme.DARK);
        for (Control control : all(shell, Control.class)) {
            assertThat(control.getBackground().getRed()).as(control.toString()).isLessThan(0x80);
        }
        look.setTheme(Theme.LIGHT);
    }

    @Test
    void longListsOfRecipientsStayShort() throws Exception {
        String[] many = new String[400];
        for (int i = 0; i < many.length; i++) {
            many[i] = "r" + i + "@lab.example";
        }
        room.deliveries.submit(PostRoom.letter(account(Script.script()), many), 0);
        until(() -> shows(Messages.bind(Messages.acceptedAll, 400, 400)));
        follow(Messages.details);
        OnDisplay.settle();
        assertThat(all(shell, Control.class)).hasSizeLessThan(40);
    }
}
