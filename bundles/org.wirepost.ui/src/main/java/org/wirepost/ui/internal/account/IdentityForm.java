// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Identity;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.words.Sentences;

/** An identity while it is being typed. User interface thread only. */
final class IdentityForm {

    static final String ADDRESS = "account.address";
    static final String DISPLAY_NAME = "account.displayName";
    static final String REPLY_TO = "account.replyTo";
    static final String SIGNATURE = "account.signature";

    String address = "";
    String displayName = "";
    String replyTo = "";
    String signature = "";

    static IdentityForm of(Identity identity) {
        IdentityForm form = new IdentityForm();
        form.address = identity.address();
        form.displayName = identity.displayName().orElse("");
        form.replyTo = identity.replyTo().orElse("");
        form.signature = identity.signature().orElse("");
        return form;
    }

    /** Returns what is wrong, the first field first. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (address.isBlank()) {
            faults.add(Fault.of(ADDRESS, Messages.addressMissing));
        } else {
            fault(ADDRESS, address).ifPresent(faults::add);
        }
        if (!replyTo.isBlank()) {
            fault(REPLY_TO, replyTo).ifPresent(faults::add);
        }
        if (faults.isEmpty()) {
            try {
                identity();
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(DISPLAY_NAME, e.getMessage()));
            }
        }
        return faults;
    }

    private static Optional<Fault> fault(String field, String text) {
        try {
            AddressParser.parseMailbox(text);
            return Optional.empty();
        } catch (AddressException e) {
            String sentence = Messages.bind(Messages.addressFault, e.position() + 1, Sentences.of(e.getMessage()));
            return Optional.of(new Fault(field, sentence, e.position()));
        } catch (IllegalArgumentException e) {
            return Optional.of(Fault.of(field, e.getMessage()));
        }
    }

    /** Returns the identity; only when there is no fault. A name typed beside the address counts as display name. */
    Identity identity() {
        Mailbox mailbox = mailbox(address);
        String name = displayName.isBlank() ? mailbox.displayName() : displayName.strip();
        return new Identity(mailbox.addrSpec(), Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.of(replyTo).filter(text -> !text.isBlank()).map(text -> mailbox(text).addrSpec()),
                Optional.of(signature.stripTrailing()).filter(text -> !text.isEmpty()));
    }

    private static Mailbox mailbox(String text) {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
