// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.account.Account;
import org.wirepost.account.Server;
import org.wirepost.smtp.auth.Secret;

/** Tests the account before it is saved; it can be saved all the same. */
final class CheckPage extends WizardPage implements CheckSubject {

    private final AccountWizard wizard;
    private CheckPanel panel;

    CheckPage(AccountWizard wizard) {
        super("check");
        this.wizard = wizard;
        setTitle(Messages.checkTitle);
        setDescription(Messages.checkDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 12).applyTo(page);
        panel = new CheckPanel(page, wizard.parts(), this);
        org.eclipse.jface.layout.GridDataFactory.fillDefaults().grab(true, true).applyTo(panel.control());
        setControl(page);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            panel.start();
        } else {
            panel.stop();
        }
    }

    void stop() {
        if (panel != null) {
            panel.stop();
        }
    }

    @Override
    public Account account() {
        return wizard.form().account();
    }

    @Override
    public Optional<Secret> typed() {
        return wizard.form().login.typed();
    }

    @Override
    public void change(Server server, Runnable then) {
        wizard.form().server.set(server);
        then.run();
    }

    @Override
    public void retype() {
        getContainer().showPage(wizard.secretPage());
    }
}
