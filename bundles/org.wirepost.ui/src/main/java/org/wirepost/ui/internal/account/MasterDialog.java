// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.words.Shown;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** Asks for the master password of the store there is; a wrong one is told in place and can be typed again. */
final class MasterDialog extends TitleAreaDialog {

    private final Look look;
    private final UiThread ui;
    private final Background background;
    private final MasterPrompt.Check check;
    private Text password;
    private Optional<Secret> answer = Optional.empty();

    MasterDialog(Shell parent, Look look, UiThread ui, Background background, MasterPrompt.Check check) {
        super(parent);
        this.look = look;
        this.ui = ui;
        this.background = background;
        this.check = check;
        setHelpAvailable(false);
    }

    /** Returns the right password, or empty when the person gave up. */
    Optional<Secret> show() {
        open();
        return answer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.masterTitle);
        shell.setData("wirepost.id", "account.master");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.masterPassword);
        password = new Text(row, SWT.BORDER | SWT.PASSWORD);
        password.setData("wirepost.id", "account.master.password");
        SpokenName.set(password, Messages.masterPassword);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(password);
        setTitle(Messages.masterTitle);
        setMessage(Messages.masterAsk);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.masterUnlock, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
        password.addModifyListener(event -> {
            setErrorMessage(null);
            getButton(IDialogConstants.OK_ID).setEnabled(password.getCharCount() > 0);
        });
    }

    @Override
    public void create() {
        super.create();
        Paint.all(look, getShell());
        password.setFocus();
    }

    @Override
    protected void okPressed() {
        char[] typed = password.getTextChars();
        if (typed.length == 0) {
            return;
        }
        Secret secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        busy(true);
        background.execute(() -> {
            Optional<String> problem = check.problem(secret);
            ui.run(() -> checked(secret, problem));
        });
    }

    private void checked(Secret secret, Optional<String> problem) {
        if (getShell() == null || getShell().isDisposed()) {
            secret.destroy();
            return;
        }
        if (problem.isEmpty()) {
            answer = Optional.of(secret);
            super.okPressed();
            return;
        }
        secret.destroy();
        busy(false);
        setErrorMessage(Shown.line(problem.get()));
        password.selectAll();
        password.setFocus();
    }

    private void busy(boolean busy) {
        setMessage(busy ? Messages.masterChecking : Messages.masterAsk);
        password.setEnabled(!busy);
        getButton(IDialogConstants.OK_ID).setEnabled(!busy);
    }
}
