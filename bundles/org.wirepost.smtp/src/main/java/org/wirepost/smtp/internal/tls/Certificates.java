// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.wirepost.smtp.dialogue.CertificateFacts;

/** Reads out of certificates what people want to know. */
public final class Certificates {

    private static final int DNS = 2;
    private static final int EMAIL = 1;
    private static final int URI = 6;
    private static final int IP = 7;

    private Certificates() {
    }

    /** Returns the facts of each certificate. */
    public static List<CertificateFacts> facts(X509Certificate... chain) {
        List<CertificateFacts> facts = new ArrayList<>();
        for (X509Certificate each : chain) {
            facts.add(new CertificateFacts(each.getSubjectX500Principal().getName(),
                    each.getIssuerX500Principal().getName(), names(each), each.getNotBefore().toInstant(),
                    each.getNotAfter().toInstant(), key(each.getPublicKey()), each.getSigAlgName(),
                    each.getSerialNumber().toString(16), spkiHash(each)));
        }
        return facts;
    }

    /** Returns {@code sha256//} and the base64 of the digest of the public key (RFC 7469 section 2.4). */
    public static String spkiHash(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
            return "sha256//" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the subject alternative names, each with its kind; none when they cannot be read. */
    public static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all != null) {
                all.forEach(entry -> names.add(name((Integer) entry.get(0), entry.get(1))));
            }
        } catch (CertificateParsingException e) {
            names.add("unreadable: " + e.getMessage());
        }
        return names;
    }

    private static String name(int kind, Object value) {
        return switch (kind) {
            case DNS -> "DNS:" + value;
            case EMAIL -> "email:" + value;
            case URI -> "URI:" + value;
            case IP -> "IP:" + ip(value);
            default -> "other(" + kind + ")";
        };
    }

    private static String ip(Object value) {
        if (value instanceof byte[] octets) {
            try {
                return InetAddress.getByAddress(octets).getHostAddress();
            } catch (UnknownHostException e) {
                return "unreadable";
            }
        }
        return String.valueOf(value);
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC " + bits(ec);
        }
        return key.getAlgorithm();
    }

    /** Returns the size of a curve in bits. */
    static int bits(ECPublicKey key) {
        return key.getParams().getCurve().getField().getFieldSize();
    }

    /** Tells whether the certificate signed itself. */
    static boolean isSelfSigned(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
