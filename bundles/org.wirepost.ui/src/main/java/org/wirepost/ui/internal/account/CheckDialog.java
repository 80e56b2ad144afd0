// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.account.Account;
import org.wirepost.account.Server;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.words.Shown;

/** Tests an account of the book; what is proposed changes the account there. */
final class CheckDialog extends TitleAreaDialog implements CheckSubject {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 380;

    private final AccountParts parts;
    private Account account;
    private boolean retype;
    private CheckPanel panel;

    CheckDialog(Shell parent, AccountParts parts, Account account) {
        super(parent);
        this.parts = parts;
        this.account = account;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Tests; returns whether user and password are to be typed again. */
    boolean show() {
        open();
        return retype;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.checkTitle);
        shell.setData("wirepost.id", "account.check");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 12).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        panel = new CheckPanel(page, parts, this);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(panel.control());
        setTitle(Shown.line(Messages.bind(Messages.checkOf, account.name())));
        setMessage(ServerFields.words(account.server()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.close, true);
    }

    @Override
    public void create() {
        super.create();
        Paint.all(parts.look(), getShell());
        panel.start();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public Optional<Secret> typed() {
        return Optional.empty();
    }

    @Override
    public void change(Server server, Runnable then) {
        Account changed = account.withServer(server);
        parts.work(() -> {
            if (parts.book().isTemporary(changed.name())) {
                parts.book().addTemporary(changed);
            } else {
                parts.book().replace(changed.name(), changed);
            }
        }, () -> {
            account = changed;
            if (getShell() != null && !getShell().isDisposed()) {
                setMessage(ServerFields.words(server));
                then.run();
            }
        }, sentence -> {
            if (getShell() != null && !getShell().isDisposed()) {
                setErrorMessage(Shown.line(sentence));
            }
        });
    }

    @Override
    public void retype() {
        retype = true;
        close();
    }
}
