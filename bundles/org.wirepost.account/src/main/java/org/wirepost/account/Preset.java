// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a mail provider.
 *
 * @param id short lower-case name, such as {@code gmail}; it never changes
 * @param name its name for people
 * @param domains the domains of its addresses; {@code *.} at the beginning stands for any subdomain
 * @param server the server that letters are handed to
 * @param alternatives the same by another port, for networks that block the first
 * @param login what one proves oneself with, or empty when nothing is asked for
 * @param hint what a newcomer has to know, in one or two sentences
 * @param link where the provider explains or sets it up, or empty
 */
public record Preset(String id, String name, List<String> domains, Server server, List<Server> alternatives,
        Optional<Login.Kind> login, String hint, Optional<String> link) {

    /** Copies the lists. */
    public Preset {
        requireNonNull(id, "id");
        domains = List.copyOf(domains);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Makes an account of this provider; the user name is the address.
     *
     * @param accountName how people call it
     * @param identity whom the letters are from
     * @param secret where the password or token is read from, or empty when it is given anew each time
     * @return the account
     */
    public Account account(String accountName, Identity identity, Optional<SecretSource> secret) {
        return Account.of(accountName, identity, server, login.map(kind ->
                new Login(kind, identity.address(), secret, Optional.empty(), false, Optional.empty())));
    }

    /** Tells whether addresses of a domain, in lower case, are this provider's. */
    boolean serves(String domain) {
        return domains.stream().anyMatch(own -> own.startsWith("*.") ? domain.endsWith(own.substring(1))
                : domain.equals(own));
    }
}
