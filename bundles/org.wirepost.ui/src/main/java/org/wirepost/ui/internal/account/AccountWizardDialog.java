// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The dialog around the wizard. */
final class AccountWizardDialog extends WizardDialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 420;

    private final AccountWizard wizard;

    AccountWizardDialog(Shell parent, AccountWizard wizard) {
        super(parent, wizard);
        this.wizard = wizard;
        setHelpAvailable(false);
        setPageSize(WIDTH, HEIGHT);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setData("wirepost.id", "account.wizard");
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        name(IDialogConstants.FINISH_ID, Messages.save, "account.save");
        name(IDialogConstants.NEXT_ID, Messages.next, "account.next");
        name(IDialogConstants.BACK_ID, Messages.back, "account.back");
        name(IDialogConstants.CANCEL_ID, Messages.cancel, "account.cancel");
    }

    private void name(int button, String label, String id) {
        getButton(button).setText(label);
        getButton(button).setData("wirepost.id", id);
    }

    /** Without the button to stop, which saving does not need. */
    @Override
    protected ProgressMonitorPart createProgressMonitorPart(Composite composite, GridLayout layout) {
        return new ProgressMonitorPart(composite, layout, false);
    }

    @Override
    public void create() {
        super.create();
        Paint.all(wizard.parts().look(), getShell());
    }
}
