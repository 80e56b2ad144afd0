// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.lab.CertificateVariant;

/** Makes a CA and a leaf for a {@link CertificateVariant} (RFC 5280), with nothing but the JDK. */
public final class CertificateMaker {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SHA256_ECDSA = "1.2.840.10045.4.3.2";
    private static final String SHA1_ECDSA = "1.2.840.10045.4.1";
    private static final String CA_NAME = "Wirepost lab CA";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateMaker() { }

    /**
     * What was made.
     *
     * @param ca what a client is told to trust
     * @param chain what the server sends
     * @param key the key of the chain's first certificate
     */
    public record Made(X509Certificate ca, List<X509Certificate> chain, PrivateKey key) { }

    private record Issuer(String name, KeyPair keys) { }

    private record Period(Instant from, Instant to) { }

    /** Makes one; {@code names} are added to its subjectAltName. */
    public static Made make(CertificateVariant variant, List<String> names) throws GeneralSecurityException {
        Issuer trusted = new Issuer(CA_NAME, ecKeys());
        X509Certificate ca = authority(trusted);
        KeyPair keys = variant == CertificateVariant.WEAK_KEY ? weakKeys() : ecKeys();
        if (variant == CertificateVariant.SELF_SIGNED) {
            Issuer itself = new Issuer("localhost", keys);
            return new Made(ca, List.of(leaf(variant, names, keys.getPublic(), itself)), keys.getPrivate());
        }
        boolean stranger = variant == CertificateVariant.UNTRUSTED;
        Issuer issuer = stranger ? new Issuer("Another lab CA", ecKeys()) : trusted;
        X509Certificate issuerCertificate = stranger ? authority(issuer) : ca;
        return new Made(ca, List.of(leaf(variant, names, keys.getPublic(), issuer), issuerCertificate),
                keys.getPrivate());
    }

    private static KeyPair ecKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static KeyPair weakKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024, RANDOM);
        return generator.generateKeyPair();
    }

    private static X509Certificate authority(Issuer issuer) throws GeneralSecurityException {
        PublicKey key = issuer.keys().getPublic();
        return sign(issuer, issuer.name(), key, usual(Duration.ofDays(3650)), false,
                List.of(Extensions.authority(), Extensions.authorityUsage(), Extensions.subjectKeyId(key)));
    }

    private static X509Certificate leaf(CertificateVariant variant, List<String> names, PublicKey key, Issuer issuer)
            throws GeneralSecurityException {
        List<byte[]> extensions = new ArrayList<>(List.of(Extensions.noAuthority(), Extensions.leafUsage(),
                Extensions.extendedUsage(variant == CertificateVariant.CLIENT_EKU), Extensions.subjectKeyId(key),
                Extensions.authorityKeyId(issuer.keys().getPublic())));
        if (variant != CertificateVariant.CN_ONLY) {
            extensions.add(Extensions.alternativeNames(hosts(variant, names)));
        }
        String subject = variant == CertificateVariant.WRONG_HOST ? "elsewhere.invalid" : "localhost";
        return sign(issuer, subject, key, period(variant), variant == CertificateVariant.SHA1, extensions);
    }

    private static List<String> hosts(CertificateVariant variant, List<String> names) {
        if (variant == CertificateVariant.WRONG_HOST) {
            return List.of("elsewhere.invalid");
        }
        List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        hosts.addAll(names);
        return hosts;
    }

    private static Period period(CertificateVariant variant) {
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        return switch (variant) {
            case EXPIRED -> new Period(now.minus(Duration.ofDays(30)), now.minus(day));
            case NOT_YET_VALID -> new Period(now.plus(day), now.plus(Duration.ofDays(30)));
            default -> usual(Duration.ofDays(365));
        };
    }

    private static Period usual(Duration length) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        return new Period(from, from.plus(length));
    }

    private static X509Certificate sign(Issuer issuer, String subject, PublicKey key, Period period, boolean sha1,
            List<byte[]> extensions) throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.oid(sha1 ? SHA1_ECDSA : SHA256_ECDSA));
        byte[] toBeSigned = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, RANDOM).setBit(62)),
                algorithm,
                name(issuer.name()),
                Der.sequence(Der.time(period.from()), Der.time(period.to())),
                name(subject),
                key.getEncoded(),
                Der.explicit(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance(sha1 ? "SHA1withECDSA" : "SHA256withECDSA");
        signature.initSign(issuer.keys().getPrivate(), RANDOM);
        signature.update(toBeSigned);
        byte[] certificate = Der.sequence(toBeSigned, algorithm, Der.bitString(0, signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
    }
}
