// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A way to send mail: through which server, as whom. It never holds a secret, only where one is read from.
 *
 * @param name how people call it; unique without regard to case
 * @param identities the names to write letters under, the usual one first; may be empty
 * @param server the server
 * @param login how to prove oneself, or empty for a server that asks for nothing
 * @param defaults what messages use unless they say otherwise
 */
public record Account(String name, List<Identity> identities, Server server, Optional<Login> login,
        Defaults defaults) {

    /** Checks the name and copies the list. */
    public Account {
        requireName(name);
        identities = List.copyOf(identities);
        requireNonNull(server, "server");
        requireNonNull(login, "login");
        requireNonNull(defaults, "defaults");
    }

    /**
     * An account with one identity.
     *
     * @param name how people call it
     * @param identity the name to write letters under
     * @param server the server
     * @param login how to prove oneself, or empty
     * @return the account
     */
    public static Account of(String name, Identity identity, Server server, Optional<Login> login) {
        return new Account(name, List.of(identity), server, login, Defaults.NONE);
    }

    /**
     * An account that exists for one session only, made from the address of a server.
     *
     * @param uri the server
     * @param login how to prove oneself, or empty
     * @return the account; it has no identity, and its name is the host
     */
    public static Account of(ServerUri uri, Optional<Login> login) {
        return new Account(uri.host(), List.of(), uri.server(), login, Defaults.NONE);
    }

    static void requireName(String name) {
        Words.requireLine("The name of the account", name);
        if (!name.equals(name.strip())) {
            throw new IllegalArgumentException("The name of the account begins or ends with a blank");
        }
    }

    /** Returns the usual identity, if there is any. */
    public Optional<Identity> identity() {
        return identities.stream().findFirst();
    }

    /**
     * Returns the identity of an address.
     *
     * @param address addr-spec, compared without regard to case
     * @return the identity, or empty when the account has none of that address
     */
    public Optional<Identity> identity(String address) {
        return identities.stream().filter(identity -> identity.address().equalsIgnoreCase(address)).findFirst();
    }

    /** Returns this account under another name. */
    public Account withName(String other) {
        return new Account(other, identities, server, login, defaults);
    }

    /** Returns this account with another server. */
    public Account withServer(Server other) {
        return new Account(name, identities, other, login, defaults);
    }

    /** Returns this account with another login. */
    public Account withLogin(Login other) {
        return new Account(name, identities, server, Optional.of(other), defaults);
    }

    /** Returns this account with other defaults. */
    public Account withDefaults(Defaults other) {
        return new Account(name, identities, server, login, other);
    }
}
