// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import java.util.List;
import java.util.stream.Collectors;
import org.wirepost.mime.Address;
import org.wirepost.mime.Group;
import org.wirepost.mime.Mailbox;

/** Writes addresses as they stand in a field. */
public final class AddressText {

    private AddressText() {
    }

    /**
     * Writes a list.
     *
     * @param addresses the addresses
     */
    public static String of(List<? extends Address> addresses) {
        return addresses.stream().map(AddressText::of).collect(Collectors.joining(", "));
    }

    /**
     * Writes an address.
     *
     * @param address the address
     */
    public static String of(Address address) {
        if (address instanceof Group group) {
            return word(group.name()) + ": " + of(group.members()) + ";";
        }
        Mailbox mailbox = (Mailbox) address;
        return mailbox.displayName().isBlank() ? mailbox.addrSpec()
                : word(mailbox.displayName()) + " <" + mailbox.addrSpec() + ">";
    }

    /** Quotes what would otherwise end the name. */
    private static String word(String name) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c > 0x7F || " -_'!#$%&*+/=?^`{|}~"
                .indexOf(c) >= 0);
        return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
