// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The trusted authorities, and the way from a server's certificate up to one of them (RFC 5280 section 6). */
final class Ancestry {

    private final Set<X509Certificate> authorities;

    Ancestry(X509Certificate... authorities) {
        this.authorities = new HashSet<>(Arrays.asList(authorities));
    }

    /** Tells whether the certificate itself is trusted. */
    boolean trusts(X509Certificate certificate) {
        return authorities.contains(certificate);
    }

    /** Tells whether a way leads from the first certificate to an authority on which everything is strong and valid. */
    boolean isSound(X509Certificate... chain) {
        if (trusts(chain[0])) {
            return isUsable(chain[0]);
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        authorities.stream().filter(Ancestry::isUsable).forEach(each -> anchors.add(new TrustAnchor(each, null)));
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(anchors, chain));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PKIXBuilderParameters parameters(Set<TrustAnchor> anchors, X509Certificate... chain)
            throws GeneralSecurityException, InvalidAlgorithmParameterException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(chain[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
        parameters.addCertStore(CertStore.getInstance("Collection",
                new CollectionCertStoreParameters(Arrays.asList(chain))));
        parameters.addCertPathChecker(new Strength());
        parameters.setRevocationEnabled(false);
        return parameters;
    }

    private static boolean isUsable(X509Certificate authority) {
        Date now = new Date();
        return Strength.weakness(authority.getPublicKey()).isEmpty() && !now.after(authority.getNotAfter())
                && !now.before(authority.getNotBefore());
    }

    /**
     * Finds out, for words only, who signed whom.
     *
     * @param chain what the server sent
     * @return the first certificate, its issuer, and so on; the last is a trusted authority if there is a way to one
     */
    List<X509Certificate> line(X509Certificate... chain) {
        List<X509Certificate> line = new ArrayList<>(List.of(chain[0]));
        while (true) {
            X509Certificate last = line.get(line.size() - 1);
            Optional<X509Certificate> issuer = trusts(last) ? Optional.empty() : issuer(last, line, chain);
            if (issuer.isEmpty()) {
                return line;
            }
            line.add(issuer.get());
        }
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> line,
            X509Certificate... chain) {
        Optional<X509Certificate> trusted = authorities.stream().filter(each -> hasSigned(each, certificate))
                .findFirst();
        return trusted.isPresent() ? trusted : Arrays.stream(chain)
                .filter(each -> !line.contains(each) && hasSigned(each, certificate)).findFirst();
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
