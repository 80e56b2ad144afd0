// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.io.IOException;
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
     * @param failure what the platform said
     */
    public static HandshakeFailure of(String host, IOException failure) {
        Optional<ServerTrust.Refused> refused = find(failure, ServerTrust.Refused.class);
        return refused.map(words -> new HandshakeFailure(Kind.CERTIFICATE, "The certificate of " + host
                + " is not accepted: " + words.getMessage())).orElseGet(() -> new HandshakeFailure(Kind.TLS_HANDSHAKE,
                "The TLS handshake with " + host + " failed: " + explained(String.valueOf(failure.getMessage()))));
    }

    /** Returns what an alert says of the client's certificate, if that is what it is about. */
    public static Optional<String> clientCertificate(String words) {
        if (!words.startsWith("Received fatal alert")) {
            return Optional.empty();
        }
        if (words.contains("certificate_required") || words.contains("bad_certificate")) {
            return Optional.of("the server wants a client certificate that it knows (" + words + ")");
        }
        return words.contains("certificate") || words.contains("unknown_ca") || words.contains("access_denied")
                ? Optional.of("the server does not accept the client certificate (" + words + ")") : Optional.empty();
    }

    /** Puts before the platform's words what they mean, where that is not plain. */
    private static String explained(String words) {
        if (words.contains("protocol_version") || words.contains("not accepted by client preferences")) {
            return "the server knows neither TLS 1.2 nor TLS 1.3 (" + words + ")";
        }
        Optional<String> certificate = clientCertificate(words);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        if (words.contains("handshake_failure")) {
            return "the server found no cipher or key that both sides take (" + words + ")";
        }
        if (words.contains("unrecognized SSL message") || words.contains("Unrecognized SSL message")) {
            return "what the server sent is not TLS (" + words + ")";
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
