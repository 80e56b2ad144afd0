// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.Letters;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.lab.LabActions;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** Where the doors of the welcome page lead to. User interface thread only. */
@Component(service = Doors.class)
public final class Doors {

    private static final String ADD_ACCOUNT = "server.addAccount";
    private static final String RECIPIENT = "someone@lab.example";
    private static final int RECENT = 5;

    private final CommandTable commands;
    private final LabActions lab;
    private final Letters letters;
    private final DraftStore drafts;
    private final Windows windows;
    private final Background background;
    private final UiThread ui;

    /** Made by the framework. */
    @Activate
    public Doors(@Reference AccountBook book, @Reference CommandTable commands, @Reference LabActions lab,
            @Reference Letters letters, @Reference DraftStore drafts, @Reference Windows windows,
            @Reference Background background, @Reference UiThread ui) {
        this.commands = commands;
        this.lab = lab;
        this.letters = letters;
        this.drafts = drafts;
        this.windows = windows;
        this.background = background;
        this.ui = ui;
        letters.watchActive(letter -> letter.ifPresent(begun -> leave()));
        windows.onOpen(opened -> {
            commands.handle(WelcomeCommands.WELCOME, () -> windows.open(WelcomeView.ID));
            if (book.accounts().isEmpty() && hasNoDraft()) {
                windows.open(WelcomeView.ID);
            }
        });
    }

    private boolean hasNoDraft() {
        Path folder = drafts.folder("any").getParent();
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    /** The page has done its work when a letter is being written; it goes once the letter is there. */
    private void leave() {
        ui.run(() -> windows.close(WelcomeView.ID, ""));
    }

    void addAccount() {
        commands.run(ADD_ACCOUNT);
    }

    /** Starts the lab server and begins a letter to it. */
    void tryLab() {
        lab.start(account -> letters.begin(sample(account)));
    }

    static LetterContent sample(Account account) {
        return LetterContent.EMPTY.with(next -> {
            next.account = account.name();
            next.from = account.identity().map(Identity::address).orElse("");
            next.to = RECIPIENT;
            next.subject = Messages.sampleSubject;
            next.body = Messages.sampleBody;
        });
    }

    void openEml(Shell parent) {
        FileDialog dialog = new FileDialog(parent, SWT.OPEN);
        dialog.setText(Messages.openTitle);
        dialog.setFilterNames(new String[] {Messages.messageFiles, Messages.allFiles});
        dialog.setFilterExtensions(new String[] {"*.eml", "*"});
        Optional.ofNullable(dialog.open()).ifPresent(name -> letters.openEml(Path.of(name)));
    }

    void newLetter() {
        letters.newLetter();
    }

    void open(String draftId) {
        letters.open(draftId);
    }

    /** Reads the last drafts in the background. */
    void recent(Consumer<List<DraftRecord>> taker) {
        background.execute(() -> {
            try {
                List<DraftRecord> found = drafts.list().stream().limit(RECENT).toList();
                ui.run(() -> taker.accept(found));
            } catch (IOException e) {
                // The drafts view says what is wrong with them; here they are only a convenience.
                System.getLogger(Doors.class.getName()).log(System.Logger.Level.INFO, "No list of drafts", e);
            }
        });
    }
}
