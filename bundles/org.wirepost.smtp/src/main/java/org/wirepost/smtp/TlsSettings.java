// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whom to trust. Certificates and host names are always checked; there is no way to trust everything.
 *
 * @param authorities certificates of private authorities; when there are any, only they are trusted
 * @param pin {@code sha256//…} of the one public key to accept, whoever signed it and for whatever name and time it
 *     is meant, or several separated by {@code ;}, or empty
 * @param clientKey a key store with the client's key and certificate, or empty
 * @param clientKeyPassword its password; empty when there is no client key
 */
public record TlsSettings(List<X509Certificate> authorities, Optional<String> pin, Optional<KeyStore> clientKey,
        char[] clientKeyPassword) {

    /** The authorities of the Java installation, no pin, no client certificate. */
    public static final TlsSettings DEFAULT =
            new TlsSettings(List.of(), Optional.empty(), Optional.empty(), new char[0]);

    /** Copies what can change. */
    public TlsSettings {
        authorities = List.copyOf(authorities);
        clientKeyPassword = clientKeyPassword.clone();
    }

    /** Returns these settings with other private authorities. */
    public TlsSettings withAuthorities(List<X509Certificate> certificates) {
        return new TlsSettings(certificates, pin, clientKey, clientKeyPassword);
    }

    /** Returns these settings with a pinned public key. */
    public TlsSettings withPin(String spkiHash) {
        return new TlsSettings(authorities, Optional.of(spkiHash), clientKey, clientKeyPassword);
    }

    /** Returns the pinned public keys; none when authorities decide. */
    public List<String> pins() {
        return pin.map(all -> List.of(all.split(";"))).orElse(List.of());
    }

    @Override
    public char[] clientKeyPassword() {
        return clientKeyPassword.clone();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "TlsSettings[authorities=" + authorities.size() + ", pin=" + pin.orElse("none") + ", clientKey="
                + clientKey.isPresent() + "]";
    }
}
