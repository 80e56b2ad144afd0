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
        getButton(IDialogConstants.FINISH_ID).setText(Messages.save);
        getButton(IDialogConstants.FINISH_ID).setData("wirepost.id", "account.save");
        getButton(IDialogConstants.NEXT_ID).setData("wirepost.id", "account.next");
        getButton(IDialogConstants.BACK_ID).setData("wirepost.id", "account.back");
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
