// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.util.Optional;
import org.wirepost.smtp.Recipient;

/**
 * One of the names that a person writes letters under.
 *
 * @param address addr-spec
 * @param displayName the name beside it, or empty
 * @param replyTo addr-spec where answers shall go, or empty
 * @param signature text below a letter, of one or more lines, or empty
 */
public record Identity(String address, Optional<String> displayName, Optional<String> replyTo,
        Optional<String> signature) {

    /** Refuses addresses that cannot stand in a command, and names with control characters. */
    public Identity {
        Recipient.of(address);
        replyTo.ifPresent(Recipient::of);
        displayName.ifPresent(name -> Words.requireLine("The name beside " + address, name));
        if (signature.isPresent() && signature.get().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The signature of " + address + " holds a NUL character");
        }
    }

    /**
     * An address and nothing else.
     *
     * @param address addr-spec
     * @return the identity
     */
    public static Identity of(String address) {
        return new Identity(address, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
