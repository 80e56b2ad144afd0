// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.auth;

import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClientFactory;

/**
 * How to authenticate.
 *
 * @param mechanism the one mechanism to use, or empty to choose by safety
 * @param clearTextAllowed whether a password or token may be sent without TLS; the user has to say so in so many words
 * @param factories further mechanisms, asked before the built-in ones, and only for what the server offers. A mechanism
 *     that is not built in is tried before the built-in ones, and like PLAIN never without TLS unless
 *     {@code clearTextAllowed}. The callback handler answers {@code NameCallback}, {@code PasswordCallback} (with the
 *     password or the token) and {@code RealmCallback}.
 */
public record AuthSettings(Optional<String> mechanism, boolean clearTextAllowed, List<SaslClientFactory> factories) {

    /**
     * The property by which a factory is told what the credentials are: {@code password}, {@code token} or
     * {@code external}; a factory gives no mechanism for what it cannot use.
     */
    public static final String CREDENTIALS_PROPERTY = "org.wirepost.smtp.auth.credentials";

    /** Any offered mechanism, never without TLS. */
    public static final AuthSettings DEFAULT = new AuthSettings(Optional.empty(), false, List.of());

    /** Copies the list. */
    public AuthSettings {
        factories = List.copyOf(factories);
    }
}
