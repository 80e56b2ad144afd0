// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirepost.smtp.internal.EhloName;

/**
 * Where to connect to and how.
 *
 * @param host host name or address of the server; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param tlsMode how the connection is encrypted
 * @param tls whom to trust
 * @param ehloName the name to give in EHLO: a domain or an address literal in brackets; empty for the machine's own
 * @param timeouts the limits of all waits
 * @param disabled EHLO keywords that are not used although offered, in upper case
 * @param resolver finds the addresses
 */
public record ConnectionSettings(String host, int port, TlsMode tlsMode, TlsSettings tls, Optional<String> ehloName,
        Timeouts timeouts, Set<String> disabled, Resolver resolver) {

    /** Checks the port and the EHLO name, and puts the keywords into upper case. */
    public ConnectionSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The server has no host name");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is 1 to 65535, not " + port);
        }
        ehloName.ifPresent(EhloName::require);
        disabled = disabled.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns settings with defaults for all that is not given.
     *
     * @param host host name or address
     * @param port port
     * @param tlsMode how the connection is encrypted
     * @return the settings
     */
    public static ConnectionSettings of(String host, int port, TlsMode tlsMode) {
        return new ConnectionSettings(host, port, tlsMode, TlsSettings.DEFAULT, Optional.empty(), Timeouts.DEFAULT,
                Set.of(), Resolver.SYSTEM);
    }

    /**
     * Checks a name for EHLO, as all settings do.
     *
     * @param name a domain, also one with letters beyond ASCII, or an address literal such as {@code [192.0.2.1]}
     * @throws IllegalArgumentException when it is neither
     */
    public static void requireEhloName(String name) {
        EhloName.require(name);
    }

    /** Returns these settings with others for TLS. */
    public ConnectionSettings withTls(TlsSettings other) {
        return new ConnectionSettings(host, port, tlsMode, other, ehloName, timeouts, disabled, resolver);
    }

    /** Returns these settings with another EHLO name. */
    public ConnectionSettings withEhloName(String name) {
        return new ConnectionSettings(host, port, tlsMode, tls, Optional.of(name), timeouts, disabled, resolver);
    }

    /** Returns these settings with other time-outs. */
    public ConnectionSettings withTimeouts(Timeouts other) {
        return new ConnectionSettings(host, port, tlsMode, tls, ehloName, other, disabled, resolver);
    }

    /** Returns these settings with the extensions that are not to be used. */
    public ConnectionSettings without(Set<String> keywords) {
        return new ConnectionSettings(host, port, tlsMode, tls, ehloName, timeouts, keywords, resolver);
    }

    /** Returns these settings with another resolver. */
    public ConnectionSettings withResolver(Resolver other) {
        return new ConnectionSettings(host, port, tlsMode, tls, ehloName, timeouts, disabled, other);
    }
}
