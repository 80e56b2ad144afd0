// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.time.Instant;
import java.util.List;

/**
 * What a person wants to know of one certificate of a chain.
 *
 * @param subject distinguished name (RFC 4514 form)
 * @param issuer distinguished name of the signer
 * @param names subject alternative names, such as {@code DNS:mail.example.org} and {@code IP:192.0.2.1}
 * @param notBefore first instant of validity
 * @param notAfter last instant of validity
 * @param key algorithm and size, such as {@code EC 256} or {@code RSA 2048}
 * @param signature signature algorithm, such as {@code SHA256withECDSA}
 * @param serial serial number in hexadecimal
 * @param spkiHash {@code sha256//} and the base64 of the SHA-256 of the public key (RFC 7469 section 2.4)
 */
public record CertificateFacts(String subject, String issuer, List<String> names, Instant notBefore, Instant notAfter,
        String key, String signature, String serial, String spkiHash) {

    /** Copies the list. */
    public CertificateFacts {
        names = List.copyOf(names);
    }
}
