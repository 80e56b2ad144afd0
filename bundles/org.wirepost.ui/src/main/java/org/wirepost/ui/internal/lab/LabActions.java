// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.lab.StoredMessage;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** What a person can do with the lab server. User interface thread only; what takes time is done behind it. */
@Component(service = LabActions.class)
public final class LabActions {

    private final LabDesk desk;
    private final Windows windows;
    private final Background background;
    private final UiThread ui;
    private boolean busy;
    private boolean answersWanted;

    /** Made by the framework. */
    @Activate
    public LabActions(@Reference LabDesk desk, @Reference Windows windows, @Reference CommandTable commands,
            @Reference Background background, @Reference UiThread ui) {
        this.desk = desk;
        this.windows = windows;
        this.background = background;
        this.ui = ui;
        windows.onOpen(opened -> {
            commands.handle(LabCommands.LAB, this::toggle, () -> !busy);
            commands.handle(LabCommands.MAIL, () -> windows.open(LabMailView.ID));
            commands.handle(LabCommands.ANSWERS, this::chooseAnswer);
        });
    }

    /** Starts or stops the server, and shows its view in the first case. */
    void toggle() {
        if (desk.account().isPresent()) {
            stop();
        } else {
            start(account -> windows.open(LabMailView.ID));
        }
    }

    /**
     * Starts the server, unless it runs.
     *
     * @param then what to do when it runs, on the user interface thread; not called when it cannot be started, which is
     *        said in a dialog
     */
    public void start(Consumer<Account> then) {
        setBusy(true);
        background.execute(() -> {
            try {
                Account account = desk.start();
                ui.run(() -> {
                    setBusy(false);
                    then.accept(account);
                });
            } catch (IOException e) {
                ui.run(() -> {
                    setBusy(false);
                    complain(Messages.bind(Messages.failed, Sentences.of(e.getMessage())));
                });
            }
        });
    }

    private void stop() {
        int letters = desk.messages().size();
        if (letters == 0 || isSure(letters)) {
            setBusy(true);
            background.execute(() -> {
                desk.stop();
                ui.run(() -> setBusy(false));
            });
        }
    }

    private boolean isSure(int letters) {
        return windows.shell().map(shell -> new MessageDialog(shell, Messages.stopTitle, null,
                Messages.bind(Messages.stopText, letters), MessageDialog.QUESTION, 1, Messages.stopYes, Messages.stopNo)
                .open() == 0).orElse(true);
    }

    private void setBusy(boolean now) {
        busy = now;
        windows.refreshCommands();
    }

    /** Tells whether it is being started or stopped. */
    boolean isBusy() {
        return busy;
    }

    private void chooseAnswer() {
        answersWanted = true;
        windows.open(LabMailView.ID);
        answersWanted = false;
    }

    /** Tells whether the view is opened to choose an answer. */
    boolean isAnswerWanted() {
        return answersWanted;
    }

    /** Writes a letter to a file, in the background. */
    void save(StoredMessage message, Path file) {
        background.execute(() -> {
            Path fresh = file.resolveSibling(file.getFileName() + ".part");
            try (var in = message.open()) {
                Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
                ui.run(() -> windows.setStatus(Messages.bind(Messages.saved, file)));
            } catch (IOException e) {
                ui.run(() -> complain(Messages.bind(Messages.notSaved, Sentences.of(e.getMessage()))));
            }
        });
    }

    private void complain(String sentence) {
        windows.shell().ifPresent(shell -> MessageDialog.openError(shell, Messages.failedTitle, Shown.label(sentence)));
    }
}
