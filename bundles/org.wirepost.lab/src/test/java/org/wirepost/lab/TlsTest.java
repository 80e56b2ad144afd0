// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static LabSettings.Builder startTls() {
        return LabSettings.builder().tls(LabTls.STARTTLS);
    }

    private static void upgrade(Client client, LabServer server, String host) throws IOException {
        assertThat(client.say("STARTTLS")).startsWith("220");
        client.startTls(server.certificate(), host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void upgradesAndForgetsWhatWasSaid(String version) throws Exception {
        try (LabServer server = LabServer.start(startTls().tlsProtocols(version).build());
                Client client = Client.greeted(server)) {
            assertThat(client.say("EHLO client.test")).contains("250-", "STARTTLS");
            client.say("MAIL FROM:<>");
            upgrade(client, server, "127.0.0.1");
            assertThat(client.secureSocket().getSession().getProtocol()).isEqualTo(version);
            assertThat(client.say("MAIL FROM:<>")).startsWith("503");
            assertThat(client.say("EHLO client.test")).doesNotContain("STARTTLS");
            assertThat(client.say("STARTTLS")).startsWith("503");
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            client.say("hi\r\n.");
            assertThat(server.awaitMessage(PATIENCE).encrypted()).isTrue();
            client.say("QUIT");
            LabSession session = server.awaitSessionEnd(PATIENCE);
            assertThat(session.tlsProtocol()).contains(version);
            assertThat(session.received()).asString(StandardCharsets.US_ASCII)
                    .startsWith("EHLO").endsWith("hi\r\n.\r\nQUIT\r\n");
        }
    }

    @Test
    void greetsBehindTheHandshakeWithImplicitTls() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.IMPLICIT).build());
                Client client = new Client(server.port())) {
            client.startTls(server.certificate(), "::1");
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("EHLO client.test")).doesNotContain("STARTTLS");
            assertThat(client.say("QUIT")).startsWith("221");
            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void demandsTlsIfItIsRequired() throws Exception {
        try (LabServer server = LabServer.start(startTls().tlsRequired().build());
                Client client = Client.introduced(server)) {
            assertThat(client.say("MAIL FROM:<>")).startsWith("530 5.7.0 Say STARTTLS");
        }
    }

    @Test
    void dropsPlainTextBehindStartTlsAndNotesIt() throws Exception {
        try (LabServer server = LabServer.start(startTls().build()); Client client = Client.introduced(server)) {
            client.send("STARTTLS\r\nMAIL FROM:<>\r\n");
            assertThat(client.reply()).startsWith("220");
            client.startTls(server.certificate(), "localhost");
            assertThat(client.say("NOOP")).startsWith("250 2.0.0 Nothing");
            assertThat(server.sessions().get(0).deviations()).extracting(Deviation::kind)
                    .containsExactly(Deviation.Kind.BEHIND_STARTTLS);
            assertThat(server.sessions().get(0).commands()).containsExactly("EHLO client.test", "STARTTLS", "NOOP");
        }
    }

    @Test
    void sendsMoreBehindThe220InTheSameWrite() throws Exception {
        Script script = Script.script().on(Stage.STARTTLS).usual().send("250 injected\r\n");
        try (LabServer server = LabServer.start(startTls().script(script).build());
                Client client = Client.introduced(server)) {
            client.send("STARTTLS\r\n");
            assertThat(client.line()).startsWith("220");
            assertThat(client.line()).isEqualTo("250 injected");
            client.startTls(server.certificate(), "localhost");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void canBreakOffBeforeTheHandshake() throws Exception {
        Script script = Script.script().on(Stage.TLS_HANDSHAKE).close();
        try (LabServer server = LabServer.start(startTls().script(script).build());
                Client client = Client.introduced(server)) {
            assertThatThrownBy(() -> upgrade(client, server, "localhost")).isInstanceOf(IOException.class);
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void endsASecureConnectionInEveryWay(String version) throws Exception {
        Script script = Script.script().on(Stage.NOOP).usual().close().on(Stage.RSET).usual().halfClose()
                .on(Stage.MAIL).usual().reset().on(Stage.OTHER).usual().stall();
        try (LabServer server = LabServer.start(startTls().tlsProtocols(version).script(script).build())) {
            assertThat(restBehind("NOOP", server)).isEqualTo("250 2.0.0 Nothing done\r\n");
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
            assertThat(restBehind("RSET", server)).isEqualTo("250 2.0.0 Forgotten\r\n");
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
            assertThatThrownBy(() -> restBehind("MAIL FROM:<>", server)).isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.SERVER_ENDED);
            try (Client client = Client.introduced(server)) {
                upgrade(client, server, "localhost");
                assertThat(client.say("HELP")).startsWith("214");
            }
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_CLOSED);
        }
    }

    private static String restBehind(String command, LabServer server) throws IOException {
        try (Client client = Client.introduced(server)) {
            upgrade(client, server, "localhost");
            client.say("EHLO client.test");
            client.send(command + "\r\n");
            return client.rest();
        }
    }

    @Test
    void tellsThatAHandshakeFailed() throws Exception {
        try (LabServer server = LabServer.start(startTls().build()); Client client = Client.introduced(server)) {
            client.say("STARTTLS");
            client.send("this is no handshake\r\n");
            LabSession session = server.awaitSessionEnd(PATIENCE);
            assertThat(session.end()).contains(SessionEnd.TLS_FAILED);
            assertThat(session.transcript()).last().asString().contains("The TLS handshake failed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "NOT_YET_VALID", "WRONG_HOST", "SELF_SIGNED", "UNTRUSTED"})
    void makesCertificatesThatTheJdkRefuses(CertificateVariant variant) throws Exception {
        try (LabServer server = LabServer.start(startTls().certificate(variant).build());
                Client client = Client.introduced(server)) {
            assertThatThrownBy(() -> upgrade(client, server, "127.0.0.1")).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOD", "SHA1", "WEAK_KEY"})
    void makesCertificatesThatTheJdkTakes(CertificateVariant variant) throws Exception {
        try (LabServer server = LabServer.start(startTls().certificate(variant).build());
                Client client = Client.introduced(server)) {
            upgrade(client, server, "127.0.0.1");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void putsTheNamesIntoTheCertificate() throws Exception {
        X509Certificate leaf = LabCertificate.create(CertificateVariant.GOOD, "m\u00fcller.test", "10.1.2.3").leaf();
        assertThat(leaf.getSubjectAlternativeNames()).containsExactlyInAnyOrder(List.of(2, "localhost"),
                List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"), List.of(2, "xn--mller-kva.test"),
                List.of(7, "10.1.2.3"));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getKeyUsage()).startsWith(true, false);
        leaf.checkValidity();
    }

    @Test
    void makesEachOtherVariantAsItsNameSays() throws Exception {
        assertThat(leaf(CertificateVariant.CN_ONLY).getSubjectAlternativeNames()).isNull();
        assertThat(leaf(CertificateVariant.CN_ONLY).getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
        assertThat(leaf(CertificateVariant.CLIENT_EKU).getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(leaf(CertificateVariant.SHA1).getSigAlgName()).isEqualTo("SHA1withECDSA");
        assertThat(((RSAPublicKey) leaf(CertificateVariant.WEAK_KEY).getPublicKey()).getModulus().bitLength())
                .isEqualTo(1024);
        LabCertificate alone = LabCertificate.create(CertificateVariant.SELF_SIGNED);
        alone.leaf().verify(alone.leaf().getPublicKey());
        assertThat(alone.chain()).containsExactly(alone.leaf());
    }

    @Test
    void handsOutItsAuthority(@TempDir Path folder) throws Exception {
        LabCertificate certificate = LabCertificate.create();
        byte[] pem = Files.readAllBytes(certificate.writeCa(folder.resolve("ca.pem")));
        X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
        assertThat(read).isEqualTo(certificate.ca());
        assertThat(read.getBasicConstraints()).isNotNegative();
        certificate.leaf().verify(read.getPublicKey());
        assertThat(certificate.toString()).doesNotContain(certificate.key().toString());
    }

    private static X509Certificate leaf(CertificateVariant variant) {
        return LabCertificate.create(variant).leaf();
    }
}
