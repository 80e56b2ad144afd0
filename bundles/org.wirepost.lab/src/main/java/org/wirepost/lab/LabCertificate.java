// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.wirepost.lab.internal.tls.CertificateMaker;

/**
 * A certificate made on the spot, with a private CA made for it: EC P-256, valid for a year. The keys live only in
 * memory. Making one takes a few milliseconds on a warm virtual machine; one may serve many servers.
 */
public final class LabCertificate {

    private final CertificateVariant variant;
    private final CertificateMaker.Issuer ca;
    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private LabCertificate(CertificateVariant variant, CertificateMaker.Issuer ca, List<X509Certificate> chain,
            PrivateKey key) {
        this.variant = variant;
        this.ca = ca;
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /** A good certificate for localhost, 127.0.0.1 and ::1. */
    public static LabCertificate create() {
        return create(CertificateVariant.GOOD);
    }

    /**
     * A certificate of this kind.
     *
     * @param names further host names or address literals for the subjectAltName
     * @throws IllegalStateException if this Java platform cannot make it, in words
     */
    public static LabCertificate create(CertificateVariant variant, String... names) {
        Objects.requireNonNull(variant, "variant");
        try {
            CertificateMaker.Made made = CertificateMaker.make(variant, List.of(names));
            return new LabCertificate(variant, made.ca(), made.chain(), made.key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot make a " + variant + " certificate: "
                    + e.getMessage(), e);
        }
    }

    /** Which kind it is. */
    public CertificateVariant variant() {
        return variant;
    }

    /** The CA that a client is to trust. */
    public X509Certificate ca() {
        return ca.certificate();
    }

    /** The certificate of the server. */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** What the server sends: the leaf, then its issuer unless it is its own. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The private key of the leaf. */
    public PrivateKey key() {
        return key;
    }

    /** The {@link #ca()} as PEM text (RFC 7468). */
    public String caPem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(ca().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate authority cannot be encoded.", e);
        }
    }

    /** Writes {@link #caPem()} to a file, for {@code wirepost send --ca}. */
    public Path writeCa(Path file) throws IOException {
        return Files.writeString(file, caPem(), StandardCharsets.US_ASCII);
    }

    /**
     * Writes a client certificate with its key to a PKCS #12 file, signed by {@link #ca()}, for
     * {@code wirepost send --client-cert}.
     *
     * @param file where to
     * @param name whom it names (common name)
     * @param password what the file is opened with
     * @param variant {@code GOOD}, or {@code EXPIRED}
     * @return the file
     */
    public Path writeClientKey(Path file, String name, char[] password, CertificateVariant variant)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            CertificateMaker.Made made = CertificateMaker.client(name, ca, variant == CertificateVariant.EXPIRED);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(name, made.key(), password, made.chain().toArray(X509Certificate[]::new));
            keys.store(out, password);
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot make a client certificate: " + e.getMessage(),
                    e);
        }
    }

    /** The kind and the subject, never the key. */
    @Override
    public String toString() {
        return "LabCertificate[" + variant + ", " + leaf().getSubjectX500Principal() + "]";
    }
}
