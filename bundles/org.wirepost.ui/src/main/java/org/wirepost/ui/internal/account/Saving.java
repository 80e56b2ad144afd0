// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.io.IOException;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.SecretException;
import org.wirepost.smtp.auth.Secret;

/**
 * What a form says when it is saved, so that it can be done in the background.
 *
 * @param original the name in the book up to now; empty for a new account
 * @param account the account
 * @param entry where the typed secret goes in the store
 * @param typed the typed secret, destroyed in the end
 */
record Saving(String original, Account account, String entry, Optional<Secret> typed) {

    /** Takes what a form without fault says. On the user interface thread. */
    static Saving of(AccountForm form, AccountBook book) {
        String entry = form.login.alias.isEmpty() ? book.freeAlias(form.name.strip()) : form.login.alias;
        return new Saving(form.original, form.account(entry), entry, form.login.typed().map(MasterKeeper::copy));
    }

    /** Saves: first the secret, so that no account is without. In the background. */
    void run(AccountParts parts) throws IOException, SecretException {
        try {
            if (typed.isPresent()) {
                parts.book().vault().keep(entry, typed.get());
            }
            if (original.isEmpty()) {
                parts.book().add(account);
            } else {
                parts.book().replace(original, account);
                forget(parts);
            }
        } finally {
            typed.ifPresent(Secret::destroy);
        }
    }

    private void forget(AccountParts parts) {
        if (typed.isPresent() || !original.equals(account.name())) {
            parts.tester().forget(original);
        }
    }
}
