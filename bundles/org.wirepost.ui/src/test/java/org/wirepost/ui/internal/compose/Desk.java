// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.account.Account;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.PostRoom;
import org.wirepost.ui.internal.attach.AttachServices;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentStore;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.lab.LabDesk;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.session.KnownServers;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.structure.LivePlans;
import org.wirepost.ui.internal.work.Lane;
import org.wirepost.ui.internal.work.UiThread;

/** A desk with everything to write and send letters, in an empty home, without a framework; the lab takes the mail. */
final class Desk implements AutoCloseable {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    final PostRoom room;
    final LabDesk lab;
    final DraftStore drafts;
    final SentStore sent;
    final Letters letters;
    final ComposeServices services;
    final Settings settings;
    final Shell shell;
    private final Display display = new Display();
    private final UiThread ui = new UiThread();
    private final LivePlans plans;

    Desk(Path home) throws IOException {
        room = new PostRoom(home);
        ui.attach(display);
        lab = new LabDesk(room.book);
        Path data = home.resolve("data");
        drafts = new DraftStore(data);
        sent = new SentStore(data);
        settings = new Settings(room.background, new StoredFile(home.resolve("config/desktop.properties")));
        PlainDelivery delivery = room.delivery;
        Look look = new Look();
        CrashReports crashes = new CrashReports(ui, room.background, home.resolve("crashes"));
        AttachServices files = new AttachServices(delivery, room.background, ui, look, settings, crashes);
        Windows windows = new Windows();
        letters = new Letters(windows, room.book, files, ui, room.background, drafts);
        SentArchive archive = new SentArchive(delivery, sent, room.background, ui, data);
        SendDesk desk = new SendDesk(room.deliveries, letters, archive, settings, windows, ui);
        KnownServers servers = new KnownServers(room.log, new StoredFile(data.resolve("servers.json")),
                new Lane(room.background, 1));
        plans = new LivePlans(delivery, letters, servers, room.background, ui, crashes);
        services = new ComposeServices(letters, desk, archive, servers, plans, files, lab, new CommandTable(),
                windows, look, ui, room.background, settings);
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(900, 700);
        shell.open();
    }

    Account startLab() throws IOException {
        return lab.start();
    }

    /** Begins a letter and shows it. */
    Composer write(LetterContent content) {
        letters.begin(content);
        Letter letter = letters.all().get(letters.all().size() - 1);
        Composer composer = new Composer(shell, letter, services);
        letters.activate(java.util.Optional.of(letter));
        shell.layout();
        return composer;
    }

    void type(String id, String text) {
        ((StyledText) find(shell, "compose." + id)).setText(text);
    }

    void press(String id) {
        Button button = (Button) find(shell, "compose." + id);
        button.notifyListeners(SWT.Selection, new Event());
    }

    boolean shows(String id) {
        Control control = find(shell, "compose." + id);
        return control != null && control.getVisible();
    }

    static Control find(Composite parent, String id) {
        for (Control child : parent.getChildren()) {
            if (id.equals(child.getData("wirepost.id"))) {
                return child;
            }
            Control inside = child instanceof Composite composite ? find(composite, id) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    /** Presses the key as a person does. */
    void pressTab() {
        Event event = new Event();
        event.character = SWT.TAB;
        event.keyCode = SWT.TAB;
        event.type = SWT.KeyDown;
        display.post(event);
        event.type = SWT.KeyUp;
        display.post(event);
    }

    /** Returns the id of the control that has the focus. */
    String focus() {
        Control focus = display.getFocusControl();
        return focus == null ? "" : String.valueOf(focus.getData("wirepost.id"));
    }

    /** Does what is to be done until something is true. */
    void until(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come true; the focus is on " + focus());
            }
            display.timerExec(20, () -> { });
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    @Override
    public void close() {
        plans.close();
        lab.stop();
        display.dispose();
        room.close();
    }
}
