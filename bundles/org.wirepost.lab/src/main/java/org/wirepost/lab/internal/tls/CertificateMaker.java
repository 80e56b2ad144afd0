// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.lab.CertificateVariant;

/** Makes a CA and a chain for a {@link CertificateVariant} (RFC 5280), with nothing but the JDK. */
public final class CertificateMaker {

    private static final String CA_NAME = "Wirepost lab CA";

    private CertificateMaker() { }

    /**
     * What was made.
     *
     * @param ca what a client is told to trust
     * @param chain what the server sends
     * @param key the key of the chain's first certificate
     */
    public record Made(Issuer ca, List<X509Certificate> chain, PrivateKey key) { }

    /**
     * Who signs.
     *
     * @param name its common name
     * @param keys its key
     * @param certificate its certificate
     */
    public record Issuer(String name, KeyPair keys, X509Certificate certificate) { }

    /** Makes one; {@code names} are added to its subjectAltName. */
    public static Made make(CertificateVariant variant, List<String> names) throws GeneralSecurityException {
        KeyPair rootKeys = switch (variant) {
            case WEAK_AUTHORITY -> Signing.rsaKeys(1024);
            case MD5 -> Signing.rsaKeys(2048);
            default -> Signing.ecKeys();
        };
        Issuer root = root(CA_NAME, rootKeys);
        KeyPair keys = switch (variant) {
            case WEAK_KEY -> Signing.rsaKeys(1024);
            case INTERMEDIATE -> Signing.rsaKeys(2048);
            default -> Signing.ecKeys();
        };
        List<Issuer> above = switch (variant) {
            case SELF_SIGNED -> List.of();
            case UNTRUSTED -> List.of(root("Another lab CA", Signing.ecKeys()));
            case INTERMEDIATE, SHA1_INTERMEDIATE, EXPIRED_INTERMEDIATE, MISSING_INTERMEDIATE, NOT_AN_AUTHORITY ->
                List.of(between(variant, "Wirepost lab intermediate", root), root);
            case PATH_TOO_LONG -> {
                Issuer upper = between(variant, "Wirepost lab upper intermediate", root);
                yield List.of(between(CertificateVariant.GOOD, "Wirepost lab lower intermediate", upper), upper, root);
            }
            default -> List.of(root);
        };
        Issuer issuer = above.isEmpty() ? new Issuer("localhost", keys, root.certificate()) : above.get(0);
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf(variant, names, keys, issuer)));
        if (variant != CertificateVariant.MISSING_INTERMEDIATE) {
            above.forEach(each -> chain.add(each.certificate()));
        }
        return new Made(root, chain, keys.getPrivate());
    }

    /** Makes a certificate with which a client proves that it is {@code name}. */
    public static Made client(String name, Issuer ca, boolean expired) throws GeneralSecurityException {
        KeyPair keys = Signing.ecKeys();
        X509Certificate leaf = new Signing(name, keys.getPublic(), ca.name(), ca.keys())
                .valid(expired ? Period.past() : Period.days(365))
                .with(Extensions.noAuthority(), Extensions.leafUsage(), Extensions.extendedUsage(true),
                        Extensions.subjectKeyId(keys.getPublic()), Extensions.authorityKeyId(ca.keys().getPublic()))
                .sign();
        return new Made(ca, List.of(leaf, ca.certificate()), keys.getPrivate());
    }

    private static Issuer root(String name, KeyPair keys) throws GeneralSecurityException {
        return new Issuer(name, keys, new Signing(name, keys.getPublic(), name, keys).valid(Period.days(3650))
                .with(Extensions.authority(), Extensions.authorityUsage(), Extensions.subjectKeyId(keys.getPublic()))
                .sign());
    }

    private static Issuer between(CertificateVariant variant, String name, Issuer above)
            throws GeneralSecurityException {
        KeyPair keys = Signing.ecKeys();
        byte[][] powers = switch (variant) {
            case NOT_AN_AUTHORITY -> new byte[][] {Extensions.noAuthority(), Extensions.leafUsage()};
            case PATH_TOO_LONG -> new byte[][] {Extensions.authority(0), Extensions.authorityUsage()};
            default -> new byte[][] {Extensions.authority(), Extensions.authorityUsage()};
        };
        return new Issuer(name, keys, new Signing(name, keys.getPublic(), above.name(), above.keys())
                .digest(variant == CertificateVariant.SHA1_INTERMEDIATE ? "SHA1" : "SHA256")
                .valid(variant == CertificateVariant.EXPIRED_INTERMEDIATE ? Period.past() : Period.days(1000))
                .with(powers).with(Extensions.subjectKeyId(keys.getPublic()),
                        Extensions.authorityKeyId(above.keys().getPublic()))
                .sign());
    }

    private static X509Certificate leaf(CertificateVariant variant, List<String> names, KeyPair keys, Issuer issuer)
            throws GeneralSecurityException {
        String subject = variant == CertificateVariant.WRONG_HOST ? "elsewhere.invalid" : "localhost";
        Signing signing = new Signing(subject, keys.getPublic(), issuer.name(), issuer.keys())
                .digest(variant == CertificateVariant.SHA1 ? "SHA1" : variant == CertificateVariant.MD5 ? "MD5"
                        : "SHA256")
                .valid(switch (variant) {
                    case EXPIRED -> Period.past();
                    case NOT_YET_VALID -> Period.future();
                    default -> Period.days(365);
                })
                .with(Extensions.noAuthority(), Extensions.leafUsage(), Extensions.subjectKeyId(keys.getPublic()),
                        Extensions.authorityKeyId(issuer.keys().getPublic()));
        if (variant != CertificateVariant.NO_USAGE) {
            signing.with(Extensions.extendedUsage(variant == CertificateVariant.CLIENT_EKU));
        }
        switch (variant) {
            case CN_ONLY -> { }
            case EMAIL_ONLY -> signing.with(Extensions.mailAddress("postmaster@localhost"));
            default -> signing.with(Extensions.alternativeNames(hosts(variant, names)));
        }
        if (variant == CertificateVariant.UNKNOWN_CRITICAL) {
            signing.with(Extensions.unknown());
        }
        return signing.sign();
    }

    private static List<String> hosts(CertificateVariant variant, List<String> names) {
        if (variant == CertificateVariant.WRONG_HOST) {
            return List.of("elsewhere.invalid");
        }
        List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        hosts.addAll(names);
        return hosts;
    }

    /** From when to when a certificate is valid. */
    record Period(Instant from, Instant to) {

        private static final Duration DAY = Duration.ofDays(1);

        /** Since yesterday, for so many days. */
        static Period days(int length) {
            Instant from = Instant.now().minus(DAY);
            return new Period(from, from.plus(Duration.ofDays(length)));
        }

        /** Over since yesterday. */
        static Period past() {
            Instant now = Instant.now();
            return new Period(now.minus(Duration.ofDays(30)), now.minus(DAY));
        }

        /** From tomorrow on. */
        static Period future() {
            Instant now = Instant.now();
            return new Period(now.plus(DAY), now.plus(Duration.ofDays(30)));
        }
    }
}
