// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.SmtpException.Kind;

/**
 * What a failed handshake means.
 *
 * @param kind CERTIFICATE when it was the certificate, else TLS_HANDSHAKE
 * @param sentence what was expected and what was found
 */
public record HandshakeFailure(Kind kind, String sentence) {

    /**
     * Finds out why a handshake failed.
     *
     * @param host the name that was expected
     * @param chain what the server sent, perhaps nothing
     * @param failure what the platform said
     */
    public static HandshakeFailure of(String host, List<X509Certificate> chain, IOException failure) {
        Optional<CertificateException> certificate = find(failure, CertificateException.class);
        if (certificate.isEmpty() || chain.isEmpty()) {
            return new HandshakeFailure(Kind.TLS_HANDSHAKE, "The TLS handshake with " + host + " failed: "
                    + explained(String.valueOf(failure.getMessage())));
        }
        return new HandshakeFailure(Kind.CERTIFICATE, "The certificate of " + host + " is not accepted: "
                + reason(host, chain, failure, certificate.get()));
    }

    /** Puts before the platform's words what they mean, where that is not plain. */
    private static String explained(String words) {
        if (words.contains("protocol_version") || words.contains("not accepted by client preferences")) {
            return "the server knows neither TLS 1.2 nor TLS 1.3 (" + words + ")";
        }
        if (words.contains("handshake_failure")) {
            return "the server found no cipher or key that both sides take (" + words + ")";
        }
        if (words.contains("unrecognized SSL message") || words.contains("Unrecognized SSL message")) {
            return "what the server sent is not TLS (" + words + ")";
        }
        return words;
    }

    private static String reason(String host, List<X509Certificate> chain, IOException failure,
            CertificateException certificate) {
        X509Certificate leaf = chain.get(0);
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return "it expired on " + leaf.getNotAfter().toInstant();
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return "it is not valid before " + leaf.getNotBefore().toInstant();
        }
        String words = String.valueOf(certificate.getMessage());
        if (words.startsWith("No subject alternative") || words.startsWith("No name matching")) {
            List<String> names = Certificates.names(leaf);
            return names.isEmpty() ? "it names no host in its subject alternative names"
                    : "it is for " + String.join(", ", names) + ", not for " + host;
        }
        if (find(failure, CertPathBuilderException.class).isPresent()) {
            return Certificates.isSelfSigned(leaf) ? "it is signed by itself, and no authority that is trusted vouches"
                    + " for it" : "no trusted authority vouches for its issuer "
                    + chain.get(chain.size() - 1).getIssuerX500Principal().getName();
        }
        return words;
    }

    private static <T extends Throwable> Optional<T> find(Throwable from, Class<T> type) {
        Throwable at = from;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
