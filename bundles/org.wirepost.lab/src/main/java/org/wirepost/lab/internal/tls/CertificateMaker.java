// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.wirepost.lab.CertificateVariant;

/** Makes certificates. */
public final class CertificateMaker {

    /** What was made. */
    public record Made(X509Certificate ca, List<X509Certificate> chain, PrivateKey key) { }

    public static Made make(CertificateVariant variant, List<String> names) throws GeneralSecurityException {
        throw new GeneralSecurityException("not yet");
    }
}
