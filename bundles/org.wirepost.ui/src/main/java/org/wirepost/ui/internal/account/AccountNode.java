// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;

/**
 * A row of the tree. Two are the same when they stand for the same thing, whatever has changed of it.
 *
 * @param account the account
 * @param identity one of its identities, or empty for the account itself
 */
record AccountNode(Account account, Optional<Identity> identity) {

    private String key() {
        return account.name() + "\n" + identity.map(Identity::address).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountNode node && node.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
