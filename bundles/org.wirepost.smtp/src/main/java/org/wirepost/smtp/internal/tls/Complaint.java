// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is wrong with a certificate that was refused, in words that go behind "is not accepted: ". The first thing found
 * is said: who vouches for it, when, how strongly, for which use, for which host.
 */
final class Complaint {

    private static final String SERVER_USE = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USE = "2.5.29.37.0";
    private static final int MAY_SIGN_CERTIFICATES = 5;
    /** The critical extensions that the rules of PKIX deal with (RFC 5280 section 4.2). */
    private static final Set<String> KNOWN_EXTENSIONS = Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.30",
            "2.5.29.32", "2.5.29.33", "2.5.29.36", "2.5.29.37", "2.5.29.54");

    private final String host;
    private final Ancestry ancestry;
    private final List<X509Certificate> line;
    private final X509Certificate leaf;
    private final int sent;

    Complaint(String host, Ancestry ancestry, X509Certificate... chain) {
        this.host = host;
        this.ancestry = ancestry;
        this.line = ancestry.line(chain);
        this.leaf = chain[0];
        this.sent = chain.length;
    }

    /** Returns the words, or empty when nothing wrong is seen from here. */
    Optional<String> words() {
        return Stream.<Supplier<Optional<String>>>of(this::trust, this::dates, this::strength, this::powers,
                this::extensions, this::use, this::name).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> trust() {
        X509Certificate last = line.get(line.size() - 1);
        if (ancestry.trusts(last)) {
            return Optional.empty();
        }
        if (Certificates.isSelfSigned(leaf)) {
            return Optional.of("it is signed by itself, and no authority that is trusted vouches for it");
        }
        boolean complete = Certificates.isSelfSigned(last);
        return Optional.of("no trusted authority vouches for its issuer " + name(last, complete)
                + (complete || sent > 1 ? "" : ", and the server sent no certificate of that issuer"));
    }

    private static String name(X509Certificate last, boolean complete) {
        return (complete ? last.getSubjectX500Principal() : last.getIssuerX500Principal()).getName();
    }

    private Optional<String> dates() {
        Date now = new Date();
        for (X509Certificate each : line) {
            if (now.after(each.getNotAfter())) {
                return Optional.of(subject(each) + " expired on " + each.getNotAfter().toInstant());
            }
            if (now.before(each.getNotBefore())) {
                return Optional.of(subject(each) + " is not valid before " + each.getNotBefore().toInstant());
            }
        }
        return Optional.empty();
    }

    private Optional<String> strength() {
        for (X509Certificate each : line) {
            if (!ancestry.trusts(each) && Strength.isBroken(each)) {
                return Optional.of(subject(each) + " is signed by the broken algorithm " + each.getSigAlgName()
                        + ", and SHA-256 is the least that is safe");
            }
            Optional<String> weak = Strength.weakness(each.getPublicKey());
            if (weak.isPresent()) {
                return Optional.of(subject(each) + " has " + weak.get());
            }
        }
        return Optional.empty();
    }

    /** Whether those above may sign certificates, and so many of them below each other. */
    private Optional<String> powers() {
        int authoritiesBelow = 0;
        for (X509Certificate each : line.subList(1, line.size())) {
            boolean[] usage = each.getKeyUsage();
            if (each.getBasicConstraints() < 0 || usage != null && !usage[MAY_SIGN_CERTIFICATES]) {
                return Optional.of("its issuer " + each.getSubjectX500Principal().getName() + " is no authority that "
                        + "may sign certificates");
            }
            if (each.getBasicConstraints() < authoritiesBelow) {
                return Optional.of("its issuer " + each.getSubjectX500Principal().getName() + " allows "
                        + each.getBasicConstraints() + " authorities below it, and there are " + authoritiesBelow);
            }
            authoritiesBelow++;
        }
        return Optional.empty();
    }

    private Optional<String> extensions() {
        for (X509Certificate each : line) {
            Set<String> critical = each.getCriticalExtensionOIDs();
            Set<String> unknown = new HashSet<>(critical == null ? Set.of() : critical);
            unknown.removeAll(KNOWN_EXTENSIONS);
            if (!unknown.isEmpty() && !ancestry.trusts(each)) {
                return Optional.of(subject(each) + " has the critical extension " + unknown.iterator().next()
                        + ", which is not known here");
            }
        }
        return Optional.empty();
    }

    private Optional<String> use() {
        try {
            List<String> uses = leaf.getExtendedKeyUsage();
            boolean fits = uses == null || uses.contains(SERVER_USE) || uses.contains(ANY_USE);
            return fits ? Optional.empty() : Optional.of("it is not for servers (its extended key usage is "
                    + String.join(", ", uses) + ", without " + SERVER_USE + ")");
        } catch (CertificateParsingException e) {
            return Optional.of("its extended key usage cannot be read");
        }
    }

    private Optional<String> name() {
        List<String> names = Certificates.names(leaf);
        if (names.stream().noneMatch(each -> each.startsWith("DNS:") || each.startsWith("IP:"))) {
            return Optional.of("it names no host in its subject alternative names, and " + host + " was expected"
                    + " there");
        }
        return HostName.isAmong(host, names) ? Optional.empty() : Optional.of(notFor(host, leaf));
    }

    /** Says for whom the certificate is. */
    static String notFor(String host, X509Certificate leaf) {
        return "it is for " + String.join(", ", Certificates.names(leaf)) + ", not for " + host;
    }

    private String subject(X509Certificate each) {
        return each.equals(leaf) ? "it" : "the certificate of its issuer "
                + each.getSubjectX500Principal().getName();
    }
}
