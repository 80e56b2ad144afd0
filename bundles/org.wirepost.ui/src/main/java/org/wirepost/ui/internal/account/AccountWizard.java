// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.wirepost.account.Account;
import org.wirepost.account.SecretException;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** Adds an account: who and where, the secret, a test. It can be saved as soon as nothing is faulty, tested or not. */
final class AccountWizard extends Wizard {

    private final AccountParts parts;
    private final AccountForm form = new AccountForm();
    private final IdentityForm identity = new IdentityForm();
    private final AddressGuess guess;
    private AddressPage addressPage;
    private SecretPage secretPage;
    private CheckPage checkPage;
    private Optional<Account> added = Optional.empty();

    AccountWizard(AccountParts parts) {
        this.parts = parts;
        this.guess = new AddressGuess(form, parts.presets(), name -> parts.book().find(name).isPresent());
        setWindowTitle(Messages.wizardTitle);
    }

    @Override
    public void addPages() {
        addressPage = new AddressPage(this);
        secretPage = new SecretPage(this);
        checkPage = new CheckPage(this);
        addPage(addressPage);
        addPage(secretPage);
        addPage(checkPage);
    }

    AccountParts parts() {
        return parts;
    }

    AccountForm form() {
        return form;
    }

    IdentityForm identity() {
        return identity;
    }

    AddressGuess guess() {
        return guess;
    }

    SecretPage secretPage() {
        return secretPage;
    }

    /** Returns the account that was added, if one was. */
    Optional<Account> added() {
        return added;
    }

    /** Takes over the identity, and returns everything that is wrong. */
    List<Fault> faults() {
        List<Fault> faults = new java.util.ArrayList<>(identity.faults());
        if (faults.isEmpty()) {
            form.identities.clear();
            form.identities.add(identity.identity());
        }
        faults.addAll(form.faults(name -> parts.book().find(name).isPresent()));
        return faults;
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page == addressPage && !form.login.wanted ? checkPage : super.getNextPage(page);
    }

    @Override
    public boolean canFinish() {
        return faults().isEmpty();
    }

    @Override
    public boolean performFinish() {
        checkPage.stop();
        Saving saving = Saving.of(form, parts.book());
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    saving.run(parts);
                } catch (java.io.IOException | SecretException e) {
                    throw new InvocationTargetException(e);
                }
            });
            added = Optional.of(saving.account());
            return true;
        } catch (InvocationTargetException e) {
            if (getContainer().getCurrentPage() instanceof WizardPage page) {
                page.setErrorMessage(Shown.line(Sentences.of(e.getCause().getMessage())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public boolean performCancel() {
        checkPage.stop();
        return true;
    }

    @Override
    public void dispose() {
        form.close();
        super.dispose();
    }
}
