// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.wirepost.interop.Programs;
import org.wirepost.smtp.TlsSettings;

/**
 * The certificate authority of the test servers.
 *
 * @param folder where its files lie
 */
public record Authority(Path folder) {

    private static final String PASSWORD = "changeit";

    /** Returns settings that trust this authority and nobody else. */
    public TlsSettings trusted() {
        return TlsSettings.DEFAULT.withAuthorities(List.of(certificate("ca")));
    }

    /** Returns settings that trust this authority and show a client certificate of it. */
    public TlsSettings trustedWithClientKey() throws IOException, GeneralSecurityException {
        Path store = folder.resolve("client.p12");
        int code = Programs.code("openssl", "pkcs12", "-export", "-in", folder.resolve("client.pem").toString(),
                "-inkey", folder.resolve("client.key").toString(), "-out", store.toString(), "-passout",
                "pass:" + PASSWORD);
        if (code != 0) {
            throw new IOException("openssl pkcs12 ended with " + code);
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        TlsSettings settings = trusted();
        return new TlsSettings(settings.authorities(), settings.pin(), java.util.Optional.of(keys),
                PASSWORD.toCharArray());
    }

    /** Returns the first certificate of a file, such as {@code selfsigned}. */
    public X509Certificate certificate(String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate " + name + " of the test authority cannot be read", e);
        }
    }
}
