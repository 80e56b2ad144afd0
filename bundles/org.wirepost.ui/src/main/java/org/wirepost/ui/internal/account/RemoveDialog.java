// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.ui.internal.words.Shown;

/** Asks before an account is removed, and whether its password in the encrypted store goes with it. */
final class RemoveDialog extends MessageDialog {

    private final boolean hasSecret;
    private boolean forget;

    RemoveDialog(Shell parent, String name, boolean hasSecret) {
        super(parent, Messages.removeTitle, null, Shown.label(Messages.bind(Messages.removeQuestion, name)),
                MessageDialog.QUESTION,
                1, Messages.removeButton, Messages.cancel);
        this.hasSecret = hasSecret;
        this.forget = hasSecret;
    }

    /** Returns whether the account is to be removed. */
    boolean show() {
        return open() == 0;
    }

    /** Returns whether its password is to be removed too. */
    boolean forgets() {
        return forget;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setData("wirepost.id", "account.remove");
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        if (!hasSecret) {
            return null;
        }
        Button box = new Button(parent, SWT.CHECK);
        box.setText(Messages.removeSecret);
        box.setSelection(true);
        box.setData("wirepost.id", "account.remove.secret");
        box.addListener(SWT.Selection, event -> forget = box.getSelection());
        return box;
    }
}
