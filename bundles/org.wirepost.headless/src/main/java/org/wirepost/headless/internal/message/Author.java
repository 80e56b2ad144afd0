// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.util.List;
import java.util.Optional;
import org.wirepost.account.Identity;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.mime.Mailbox;

/**
 * Who writes, and what comes with that name: where replies go and what stands below each letter.
 *
 * @param mailbox the author
 * @param replyTo where replies go, unless something else is asked for
 * @param signature text below a letter
 */
record Author(Mailbox mailbox, Optional<Mailbox> replyTo, Optional<String> signature) {

    /**
     * Finds the author of a message.
     *
     * @param fields of the message
     * @param identities those of the account, the usual one first
     * @return the author
     * @throws Fault when nobody is named
     */
    static Author of(Fields fields, List<Identity> identities) throws Fault {
        if (!fields.has("from")) {
            if (identities.isEmpty()) {
                throw Fault.usage("The message has no author; say who writes with --from ADDRESS, or use an account "
                        + "that has an identity.");
            }
            return of(mailbox(identities.get(0)), identities.get(0));
        }
        Mailbox named = Addresses.one(fields.value("from").orElseThrow(), fields.where("from"));
        for (Identity identity : identities) {
            if (identity.address().equalsIgnoreCase(named.addrSpec())) {
                return of(named.displayName().isEmpty() ? mailbox(identity) : named, identity);
            }
        }
        return new Author(named, Optional.empty(), Optional.empty());
    }

    private static Author of(Mailbox mailbox, Identity identity) throws Fault {
        Optional<Mailbox> replyTo = identity.replyTo().isEmpty() ? Optional.empty()
                : Optional.of(Addresses.one(identity.replyTo().get(), "The reply address of the account"));
        return new Author(mailbox, replyTo, identity.signature());
    }

    private static Mailbox mailbox(Identity identity) throws Fault {
        Mailbox bare = Addresses.one(identity.address(), "The address of the account's identity");
        try {
            return new Mailbox(identity.displayName().orElse(""), bare.localPart(), bare.domain());
        } catch (IllegalArgumentException e) {
            throw new Fault(ExitCode.CONFIG, "The name of the account's identity " + identity.address()
                    + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Returns the text with the signature below it (RFC 3676 section 4.3). */
    String signed(String text) {
        if (signature.isEmpty()) {
            return text;
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + "-- \n" + signature.get();
    }
}
