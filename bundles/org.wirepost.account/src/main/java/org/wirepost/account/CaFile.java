// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with the certificates of authorities: PEM (RFC 7468) with any number of them, or DER. */
public final class CaFile {

    private static final int LIMIT = 8 * 1024 * 1024;
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----");
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (X509 |TRUSTED )?CERTIFICATE-----");

    private CaFile() {
    }

    /**
     * Reads the certificates of a file; text around them is skipped.
     *
     * @param file the file
     * @return at least one certificate, each once, in the order of the file
     * @throws AccountException in one sentence, when the file cannot be read or has no certificate
     */
    public static List<X509Certificate> read(Path file) throws AccountException {
        byte[] octets = octets(file);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        Set<X509Certificate> found = BEGIN.matcher(text).find() ? pem(file, text) : der(file, octets, text);
        return List.copyOf(found);
    }

    private static byte[] octets(Path file) throws AccountException {
        if (Files.isDirectory(file)) {
            throw new AccountException("The certificate file " + file + " is a folder: name the file itself");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(LIMIT + 1);
            if (octets.length > LIMIT) {
                throw new AccountException("The certificate file " + file + " is larger than 8 MiB: that is no list of "
                        + "authorities");
            }
            return octets;
        } catch (AccountException e) {
            throw e;
        } catch (IOException e) {
            throw new AccountException("The certificate file " + file + " cannot be read: " + Words.reason(e), e);
        }
    }

    private static Set<X509Certificate> pem(Path file, String text) throws AccountException {
        Set<X509Certificate> found = new LinkedHashSet<>();
        Matcher begin = BEGIN.matcher(text);
        Matcher block = BLOCK.matcher(text);
        for (int number = 1; begin.find(); number++) {
            block.region(begin.start(), text.length());
            String which = "Certificate " + number + " of " + file + ", at line " + line(text, begin.start()) + ", ";
            if (!block.lookingAt()) {
                throw new AccountException(which + "has no end");
            }
            try {
                byte[] der = Base64.getMimeDecoder().decode(block.group(2));
                found.add(first(certificates(der), which));
            } catch (CertificateException | IllegalArgumentException e) {
                throw new AccountException(which + "is damaged: get a new copy of the file", e);
            }
        }
        return found;
    }

    private static X509Certificate first(Collection<? extends Certificate> all, String which) throws AccountException {
        return (X509Certificate) all.stream().filter(X509Certificate.class::isInstance).findFirst()
                .orElseThrow(() -> new AccountException(which + "is empty: get a new copy of the file"));
    }

    private static Set<X509Certificate> der(Path file, byte[] octets, String text) throws AccountException {
        Set<X509Certificate> found = new LinkedHashSet<>();
        try {
            certificates(octets).forEach(certificate -> found.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            throw none(file, text, e);
        }
        if (found.isEmpty()) {
            throw none(file, text, null);
        }
        return found;
    }

    private static AccountException none(Path file, String text, CertificateException cause) {
        String hint = text.contains("PRIVATE KEY-----") ? "it holds a private key, which does not belong here"
                : "there is none in PEM or DER form";
        return new AccountException("The certificate file " + file + " holds no certificate: " + hint, cause);
    }

    private static Collection<? extends Certificate> certificates(byte[] octets) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(octets));
    }

    private static long line(String text, int index) {
        return text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }
}
