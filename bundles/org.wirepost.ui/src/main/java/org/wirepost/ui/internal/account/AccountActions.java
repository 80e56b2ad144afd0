// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.Presets;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** What can be done with accounts, from the menu, the view and elsewhere. User interface thread only. */
@Component(service = {AccountActions.class, DeskPart.class})
public final class AccountActions implements DeskPart {

    private final AccountParts parts;
    private final Windows windows;

    /** Made by the framework. */
    @Activate
    public AccountActions(@Reference AccountBook book, @Reference AccountTester tester, @Reference Look look,
            @Reference UiThread ui, @Reference Background background, @Reference Windows windows,
            @Reference CommandTable commands) {
        this(new AccountParts(book, tester, Presets.load(), look, ui, background), windows);
        commands.handle(AccountCommands.ADD, this::add);
        commands.handle(AccountCommands.EDIT, () -> stored().ifPresent(this::edit), () -> stored().isPresent());
        commands.handle(AccountCommands.DUPLICATE, () -> stored().ifPresent(this::duplicate),
                () -> stored().isPresent());
        commands.handle(AccountCommands.REMOVE, () -> stored().ifPresent(this::remove), () -> stored().isPresent());
        commands.handle(AccountCommands.TEST, () -> book.standard().ifPresent(this::test),
                () -> book.standard().isPresent());
        commands.handle(AccountCommands.MASTER, this::changeMaster, book::hasStore);
        windows.onOpen(this::opened);
    }

    AccountActions(AccountParts parts, Windows windows) {
        this.parts = parts;
        this.windows = windows;
    }

    AccountParts parts() {
        return parts;
    }

    /** The command line may have changed the file while another window was in front. */
    private void opened(Windows opened) {
        opened.shell().ifPresent(shell -> shell.addListener(SWT.Activate,
                event -> parts.background().execute(parts.book()::refresh)));
        parts.book().watch(() -> parts.ui().run(windows::refreshCommands));
    }

    private Optional<Account> stored() {
        return parts.book().standard().filter(account -> !parts.book().isTemporary(account.name()));
    }

    private Shell shell() {
        return windows.shell().orElseThrow();
    }

    /** Opens the wizard; returns the account that was added, if one was. */
    public Optional<Account> add() {
        AccountWizard wizard = new AccountWizard(parts);
        new AccountWizardDialog(shell(), wizard).open();
        wizard.added().ifPresent(account -> windows.setStatus(Messages.bind(Messages.added, account.name())));
        return wizard.added();
    }

    /** Opens the editor. */
    public void edit(Account account) {
        edit(account, 0);
    }

    private void edit(Account account, int tab) {
        new AccountDialog(shell(), parts, account, tab).open();
    }

    /** Tests an account. */
    public void test(Account account) {
        if (new CheckDialog(shell(), parts, account).show() && !parts.book().isTemporary(account.name())) {
            parts.book().find(account.name()).ifPresent(now -> edit(now, AccountDialog.LOGIN_TAB));
        }
    }

    /** Adds a copy under a new name; it uses the same secret. */
    public void duplicate(Account account) {
        String name = copyName(account.name());
        parts.work(() -> parts.book().add(account.withName(name)),
                () -> windows.setStatus(Messages.bind(Messages.duplicated, account.name(), name)), this::failed);
    }

    private String copyName(String name) {
        String copy = Messages.bind(Messages.copyName, name);
        for (int number = 2; parts.book().find(copy).isPresent(); number++) {
            copy = Messages.bind(Messages.copyName, name) + " " + number;
        }
        return copy;
    }

    /** Makes an account the standard one. */
    public void makeStandard(Account account) {
        parts.work(() -> parts.book().makeStandard(account.name()),
                () -> windows.setStatus(Messages.bind(Messages.madeStandard, account.name())), this::failed);
    }

    /** Removes an account after a question. */
    public void remove(Account account) {
        Optional<String> entry = parts.book().ownAlias(account);
        boolean forget;
        if (entry.isPresent()) {
            var question = MessageDialogWithToggle.openOkCancelConfirm(shell(), Messages.removeTitle,
                    Messages.bind(Messages.removeQuestion, account.name()), Messages.removeSecret, true, null, null);
            if (question.getReturnCode() != IDialogConstants.OK_ID) {
                return;
            }
            forget = question.getToggleState();
        } else {
            forget = false;
            if (!MessageDialog.openConfirm(shell(), Messages.removeTitle,
                    Messages.bind(Messages.removeQuestion, account.name()))) {
                return;
            }
        }
        parts.work(() -> {
            if (forget) {
                parts.book().forget(entry.get());
            }
            parts.book().remove(account.name());
            parts.tester().forget(account.name());
        }, () -> windows.setStatus(Messages.bind(Messages.removed, account.name())), this::failed);
    }

    /** Asks for the master password and for another one, and encrypts the store anew. */
    public void changeMaster() {
        parts.work(() -> parts.book().master().get().destroy(), () -> new NewMasterDialog(shell(), parts.look(),
                NewMasterDialog.Purpose.CHANGE).show().ifPresent(this::change), this::failed);
    }

    private void change(Secret next) {
        parts.work(() -> {
            try {
                parts.book().master().change(next);
            } finally {
                next.destroy();
            }
        }, () -> windows.setStatus(Messages.masterChanged), this::failed);
    }

    private void failed(String sentence) {
        windows.shell().ifPresent(shell -> MessageDialog.openError(shell, Messages.failedTitle, sentence));
    }
}
