// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.security.PublicKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is strong enough: RSA keys from 2048 bits, elliptic curves from 224 bits, no DSA; no signature over SHA-1 or
 * MD5. Used as a part of path building, so that a server may send a weak way beside a strong one.
 */
final class Strength extends PKIXCertPathChecker {

    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 224;

    /** Returns why a key is too weak, as {@code an RSA key of only 1024 bits}, or empty when it is not. */
    static Optional<String> weakness(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA) {
            return Optional.of("an RSA key of only " + rsa.getModulus().bitLength() + " bits, and " + LEAST_RSA
                    + " are the least that is safe");
        }
        if (key instanceof ECPublicKey ec && Certificates.bits(ec) < LEAST_EC) {
            return Optional.of("a key on a curve of only " + Certificates.bits(ec) + " bits, and " + LEAST_EC
                    + " are the least that is safe");
        }
        return key.getAlgorithm().equals("DSA") ? Optional.of("a DSA key, which is no longer accepted anywhere")
                : Optional.empty();
    }

    /** Returns whether a certificate is signed over a broken digest. */
    static boolean isBroken(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("SHA-1", "SHA1");
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
    }

    @Override
    public void init(boolean forward) {
        // Each certificate is looked at alone.
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return Set.of();
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions)
            throws CertPathValidatorException {
        X509Certificate x509 = (X509Certificate) certificate;
        Optional<String> weak = weakness(x509.getPublicKey());
        if (weak.isPresent() || isBroken(x509)) {
            throw new CertPathValidatorException(weak.orElse("a signature by " + x509.getSigAlgName()));
        }
    }
}
