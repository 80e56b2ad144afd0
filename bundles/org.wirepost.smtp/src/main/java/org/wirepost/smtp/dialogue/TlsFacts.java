// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.util.List;

/**
 * The facts of a finished TLS handshake.
 *
 * @param version protocol version, such as {@code TLSv1.3}
 * @param cipher cipher suite
 * @param host the name that the certificate was checked against
 * @param chain the certificates as sent by the server, its own first
 */
public record TlsFacts(String version, String cipher, String host, List<CertificateFacts> chain) {

    /** Copies the list. */
    public TlsFacts {
        chain = List.copyOf(chain);
    }
}
