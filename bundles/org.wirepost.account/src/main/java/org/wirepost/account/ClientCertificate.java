// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The certificate that the client shows in the TLS handshake. It is named here, not held.
 *
 * @param file a PKCS #12 file with the client's key and certificate; {@code ~/} at the beginning means the home folder
 * @param password where the password of the file is read from, or empty when it has none
 */
public record ClientCertificate(String file, Optional<SecretSource> password) {

    /** Refuses an empty name. */
    public ClientCertificate {
        Words.requireLine("The name of the file with the client certificate", file);
        requireNonNull(password, "password");
    }
}
