// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.Presets;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.Letter;
import org.wirepost.ui.internal.compose.Letters;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.words.Shown;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** What can be done with accounts, from the menu, the view and elsewhere. User interface thread only. */
@Component(service = {AccountActions.class, DeskPart.class})
public final class AccountActions implements DeskPart {

    private final AccountParts parts;
    private final Windows windows;
    private final Supplier<Optional<Letter>> letter;
    private final Runnable newLetter;

    /** Made by the framework. */
    @Activate
    public AccountActions(@Reference AccountBook book, @Reference AccountTester tester, @Reference Look look,
            @Reference UiThread ui, @Reference Background background, @Reference Windows windows,
            @Reference CommandTable commands, @Reference Letters letters) {
        this(new AccountParts(book, tester, Presets.load(), look, ui, background), windows, letters::active,
                letters::newLetter);
        commands.handle(AccountCommands.ADD, this::add);
        commands.handle(AccountCommands.EDIT, () -> stored().ifPresent(this::edit), () -> stored().isPresent());
        commands.handle(AccountCommands.DUPLICATE, () -> stored().ifPresent(this::duplicate),
                () -> stored().isPresent());
        commands.handle(AccountCommands.REMOVE, () -> stored().ifPresent(this::remove), () -> stored().isPresent());
        commands.handle(AccountCommands.TEST, () -> current().ifPresent(this::test), () -> current().isPresent());
        commands.handle(AccountCommands.MASTER, this::changeMaster, book.vault()::hasStore);
        windows.onOpen(this::opened);
    }

    AccountActions(AccountParts parts, Windows windows, Supplier<Optional<Letter>> letter, Runnable newLetter) {
        this.parts = parts;
        this.windows = windows;
        this.letter = letter;
        this.newLetter = newLetter;
    }

    AccountParts parts() {
        return parts;
    }

    /** The command line may have changed the file while another window was in front. */
    private void opened(Windows opened) {
        parts.background().execute(parts.book()::refresh);
        opened.shell().ifPresent(shell -> shell.addListener(SWT.Activate,
                event -> parts.background().execute(parts.book()::refresh)));
        parts.book().watch(() -> parts.ui().run(windows::refreshCommands));
    }

    /** Returns the account of the letter being written, or the standard one. */
    private Optional<Account> current() {
        return letter.get().flatMap(written -> parts.book().find(written.accountName()))
                .or(parts.book()::standard);
    }

    private Optional<Account> stored() {
        return parts.book().standard().filter(account -> !parts.book().isTemporary(account.name()));
    }

    private Shell shell() {
        return windows.shell().orElseThrow();
    }

    /** Opens the wizard, and after the first account the first letter; returns the account that was added, if any. */
    public Optional<Account> add() {
        boolean first = parts.book().accounts().isEmpty();
        AccountWizard wizard = new AccountWizard(parts);
        new AccountWizardDialog(shell(), wizard).open();
        wizard.added().ifPresent(account -> windows.setStatus(Messages.bind(Messages.added, account.name())));
        if (first && wizard.added().isPresent() && letter.get().isEmpty()) {
            newLetter.run();
        }
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
        RemoveDialog question = new RemoveDialog(shell(), account.name(), entry.isPresent());
        if (!question.show()) {
            return;
        }
        boolean forget = question.forgets();
        parts.work(() -> {
            if (forget) {
                parts.book().vault().forget(entry.get());
            }
            parts.book().remove(account.name());
            parts.tester().forget(account.name());
        }, () -> windows.setStatus(Messages.bind(Messages.removed, account.name())), this::failed);
    }

    /** Asks for the master password and for another one, and encrypts the store anew. */
    public void changeMaster() {
        parts.work(() -> parts.book().vault().master().get().destroy(), () -> new NewMasterDialog(shell(), parts.look(),
                NewMasterDialog.Purpose.CHANGE).show().ifPresent(this::change), this::failed);
    }

    private void change(Secret next) {
        parts.work(() -> {
            try {
                parts.book().vault().master().change(next);
            } finally {
                next.destroy();
            }
        }, () -> windows.setStatus(Messages.masterChanged), this::failed);
    }

    private void failed(String sentence) {
        windows.shell().ifPresent(shell -> MessageDialog.open(MessageDialog.ERROR, shell, Messages.failedTitle,
                Shown.label(sentence), SWT.NONE, Messages.close));
    }
}
