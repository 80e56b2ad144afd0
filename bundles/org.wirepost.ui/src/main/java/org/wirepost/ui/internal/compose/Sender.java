// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.compose.address.AddressLine;
import org.wirepost.ui.internal.compose.draft.LetterContent;

/**
 * Someone to write as.
 *
 * @param account the account the letter goes through
 * @param identity the name it is written under
 */
public record Sender(Account account, Identity identity) {

    /**
     * Lists everyone one can write as.
     *
     * @param accounts the accounts, the standard one first
     * @return their identities in order
     */
    static List<Sender> of(List<Account> accounts) {
        List<Sender> all = new ArrayList<>();
        for (Account account : accounts) {
            account.identities().forEach(identity -> all.add(new Sender(account, identity)));
        }
        return all;
    }

    /**
     * Finds the one that a letter names.
     *
     * @param all everyone one can write as
     * @param content the letter
     * @return the one it names; the first one if it names nobody; empty when the one it names is not there
     */
    static Optional<Sender> find(List<Sender> all, LetterContent content) {
        if (content.account().isEmpty()) {
            return all.stream().findFirst();
        }
        List<Sender> near = all.stream()
                .filter(sender -> sender.account().name().equalsIgnoreCase(content.account())).toList();
        return near.stream().filter(sender -> sender.identity().address().equalsIgnoreCase(content.from())).findFirst()
                .or(() -> content.from().isEmpty() ? near.stream().findFirst() : Optional.empty());
    }

    /** Returns the author of letters; empty when the address of the identity cannot be one. */
    Optional<Mailbox> mailbox() {
        return AddressLine.of(identity.address()).addresses().stream()
                .flatMap(address -> address.mailboxes().stream()).findFirst()
                .map(bare -> new Mailbox(identity.displayName().orElse(""), bare.localPart(), bare.domain()));
    }

    /** Returns what a list of senders shows. */
    String label() {
        String address = identity.address();
        return identity.displayName().filter(name -> !name.isBlank()).map(name -> name + " <" + address + ">")
                .orElse(address) + " \u2013 " + account.name();
    }
}
