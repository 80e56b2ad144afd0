// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One certificate on its way to be signed (RFC 5280 section 4.1). */
final class Signing {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final Map<String, String> ALGORITHMS = Map.of("SHA256withECDSA", "1.2.840.10045.4.3.2",
            "SHA1withECDSA", "1.2.840.10045.4.1", "SHA256withRSA", "1.2.840.113549.1.1.11",
            "SHA1withRSA", "1.2.840.113549.1.1.5", "MD5withRSA", "1.2.840.113549.1.1.4");
    private static final byte[] NULL = {5, 0};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String subject;
    private final PublicKey key;
    private final String issuer;
    private final KeyPair issuerKeys;
    private final List<byte[]> extensions = new ArrayList<>();
    private String digest = "SHA256";
    private CertificateMaker.Period period = CertificateMaker.Period.days(365);

    Signing(String subject, PublicKey key, String issuer, KeyPair issuerKeys) {
        this.subject = subject;
        this.key = key;
        this.issuer = issuer;
        this.issuerKeys = issuerKeys;
    }

    static KeyPair ecKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    static KeyPair rsaKeys(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, RANDOM);
        return generator.generateKeyPair();
    }

    Signing digest(String name) {
        digest = name;
        return this;
    }

    Signing valid(CertificateMaker.Period time) {
        period = time;
        return this;
    }

    Signing with(byte[]... more) {
        extensions.addAll(List.of(more));
        return this;
    }

    X509Certificate sign() throws GeneralSecurityException {
        boolean rsa = issuerKeys.getPrivate().getAlgorithm().equals("RSA");
        String name = digest + (rsa ? "withRSA" : "withECDSA");
        byte[] oid = Der.oid(ALGORITHMS.get(name));
        byte[] algorithm = rsa ? Der.sequence(oid, NULL) : Der.sequence(oid);
        byte[] toBeSigned = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, RANDOM).setBit(62)),
                algorithm,
                name(issuer),
                Der.sequence(Der.time(period.from()), Der.time(period.to())),
                name(subject),
                key.getEncoded(),
                Der.explicit(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance(name);
        signature.initSign(issuerKeys.getPrivate(), RANDOM);
        signature.update(toBeSigned);
        byte[] certificate = Der.sequence(toBeSigned, algorithm, Der.bitString(0, signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
    }
}
