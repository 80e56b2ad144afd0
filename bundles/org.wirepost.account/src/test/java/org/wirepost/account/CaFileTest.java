// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaFileTest {

    private static final X509Certificate ONE = Certificates.newAuthority("One");
    private static final X509Certificate TWO = Certificates.newAuthority("Two");

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), content);
    }

    @Test
    void readsSeveralCertificatesWithTextAroundThem() throws IOException {
        Path file = file("# our authorities\r\n" + Certificates.pem(ONE) + "\nTwo:\n" + Certificates.pem(TWO)
                + Certificates.pem(ONE) + "the end");

        assertThat(CaFile.read(file)).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void readsDer() throws Exception {
        Path file = Files.write(folder.resolve("ca.der"), ONE.getEncoded());

        assertThat(CaFile.read(file)).isEqualTo(List.of(ONE));
    }

    @Test
    void readsWindowsLineEndsAndLinesOfAnyLength() throws Exception {
        String oneLine = "-----BEGIN CERTIFICATE-----\r\n" + Base64.getEncoder().encodeToString(ONE.getEncoded())
                + "\r\n-----END CERTIFICATE-----";

        assertThat(CaFile.read(file(oneLine))).isEqualTo(List.of(ONE));
    }

    @Test
    void saysWhichCertificateIsDamaged() throws IOException {
        String damaged = Certificates.pem(TWO).replaceFirst("MII", "!!!AAAA");

        assertThatThrownBy(() -> CaFile.read(file(Certificates.pem(ONE) + damaged)))
                .isInstanceOf(AccountException.class)
                .hasMessageMatching("Certificate 2 of .*ca.pem, at line [0-9]+, is damaged: get a new copy of the "
                        + "file");
    }

    @Test
    void noticesAMissingEndAndAnEmptyCertificate() throws IOException {
        String pem = Certificates.pem(ONE);

        assertThatThrownBy(() -> CaFile.read(file(pem.substring(0, pem.length() / 2)))).hasMessageContaining("no end");
        assertThatThrownBy(() -> CaFile.read(file("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")))
                .isInstanceOf(AccountException.class);
    }

    @Test
    void saysThatAKeyIsNoCertificate() throws IOException {
        assertThatThrownBy(() -> CaFile.read(file("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")))
                .hasMessageContaining("holds a private key");
    }

    @Test
    void refusesOtherFilesInOneSentence() throws IOException {
        assertThatThrownBy(() -> CaFile.read(file(""))).hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> CaFile.read(file("hello"))).hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> CaFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> CaFile.read(folder.resolve("none"))).hasMessageEndingWith("it does not exist");
    }
}
