// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.account.Identity;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.words.Shown;

/** Edits one of the names that a person writes letters under. */
final class IdentityDialog extends TitleAreaDialog {

    private final Look look;
    private final IdentityForm form;
    private final FormRows rows;

    IdentityDialog(Shell parent, Look look, Optional<Identity> identity) {
        super(parent);
        this.look = look;
        this.rows = new FormRows(look, this::validate);
        this.form = identity.map(IdentityForm::of).orElseGet(IdentityForm::new);
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Returns the identity, or empty when it was cancelled. */
    Optional<Identity> show() {
        return open() == OK ? Optional.of(form.identity()) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.identityTitle);
        shell.setData("wirepost.id", "account.identity");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(8, 8).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        rows.text(page, Messages.address, IdentityForm.ADDRESS, () -> form.address, text -> form.address = text);
        rows.text(page, Messages.displayName, IdentityForm.DISPLAY_NAME, () -> form.displayName,
                text -> form.displayName = text);
        rows.text(page, Messages.replyTo, IdentityForm.REPLY_TO, () -> form.replyTo, text -> form.replyTo = text);
        rows.area(page, Messages.signature, IdentityForm.SIGNATURE, () -> form.signature,
                text -> form.signature = text);
        setTitle(Messages.identityTitle);
        setMessage(Messages.identityMessage);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.ok, true).setData("wirepost.id", "account.identity.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
    }

    @Override
    public void create() {
        super.create();
        Paint.all(look, getShell());
        rows.mark(form.faults());
        getButton(IDialogConstants.OK_ID).setEnabled(form.faults().isEmpty());
    }

    private void validate() {
        List<Fault> faults = form.faults();
        rows.mark(faults);
        setErrorMessage(faults.isEmpty() ? null : Shown.line(faults.get(0).sentence()));
        getButton(IDialogConstants.OK_ID).setEnabled(faults.isEmpty());
    }
}
