// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.lab.CertificateVariant;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.TlsFacts;

class TlsTest {

    private final Recorder recorder = new Recorder();

    private static LabSettings.Builder lab(LabTls tls) {
        return LabSettings.builder().tls(tls).certificate(Peer.CERTIFICATE);
    }

    private static TlsMode mode(LabTls tls) {
        return tls == LabTls.IMPLICIT ? TlsMode.IMPLICIT : TlsMode.REQUIRED;
    }

    private SmtpException failure(LabSettings settings, ConnectionSettings connection) throws IOException {
        try (LabServer server = LabServer.start(settings)) {
            ConnectionSettings there = new ConnectionSettings(connection.host(), server.port(), connection.tlsMode(),
                    connection.tls(), connection.ehloName(), connection.timeouts(), connection.disabled(),
                    connection.resolver());
            try (SmtpConnection session = new SmtpConnection(there, recorder)) {
                return catchThrowableOfType(SmtpException.class, session::connect);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = LabTls.class, names = {"STARTTLS", "IMPLICIT"})
    void encryptsAndSends(LabTls tls) throws IOException {
        try (LabServer server = LabServer.start(lab(tls).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, mode(tls)), recorder)) {
            connection.connect();
            assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
            connection.quit();

            assertThat(server.messages()).hasSize(1);
            assertThat(server.messages().get(0).encrypted()).isTrue();
            assertThat(connection.tls()).hasValueSatisfying(TlsTest::checkFacts);
        }
    }

    private static void checkFacts(TlsFacts facts) {
        assertThat(facts.version()).isEqualTo("TLSv1.3");
        assertThat(facts.host()).isEqualTo("localhost");
        CertificateFacts leaf = facts.chain().get(0);
        assertThat(leaf.names()).contains("DNS:localhost", "IP:127.0.0.1");
        assertThat(leaf.key()).isEqualTo("EC 256");
        assertThat(leaf.spkiHash()).matches("sha256//[A-Za-z0-9+/]{43}=");
        assertThat(leaf.notAfter()).isAfter(leaf.notBefore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksBothVersions(String version) throws IOException {
        try (LabServer server = LabServer.start(lab(LabTls.STARTTLS).tlsProtocols(version).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED), recorder)) {
            connection.connect();
            assertThat(connection.tls().orElseThrow().version()).isEqualTo(version);
        }
    }

    @Test
    void trustsAPinnedKeyWhateverSignedIt() throws IOException {
        LabCertificate selfSigned = LabCertificate.create(CertificateVariant.SELF_SIGNED);
        String pin;
        try (LabServer server = LabServer.start(lab(LabTls.STARTTLS).certificate(selfSigned).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED), recorder)) {
            catchThrowableOfType(SmtpException.class, connection::connect);
            pin = recorder.all(DialogueEvent.TlsFailed.class).get(0).chain().get(0).spkiHash();
        }
        try (LabServer server = LabServer.start(lab(LabTls.STARTTLS).certificate(selfSigned).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED)
                        .withTls(TlsSettings.DEFAULT.withPin(pin)), recorder)) {
            connection.connect();
            assertThat(connection.tls()).isPresent();
        }
    }

    @Test
    void refusesAnotherKeyThanThePinnedOne() throws IOException {
        SmtpException failure = failure(lab(LabTls.STARTTLS).build(), Peer.settings(1, TlsMode.REQUIRED)
                .withTls(TlsSettings.DEFAULT.withPin("sha256//" + "A".repeat(43) + "=")));

        assertThat(failure.kind()).isEqualTo(Kind.CERTIFICATE);
        assertThat(failure).hasMessageContaining("is pinned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "reset", "stall", "garbage"})
    void aBrokenHandshakeEndsInTime(String how) throws IOException {
        Script script = Script.script().on(Stage.TLS_HANDSHAKE);
        script = switch (how) {
            case "close" -> script.close();
            case "reset" -> script.reset();
            case "stall" -> script.stall();
            default -> script.send("250 this is not TLS at all, it is SMTP\r\n").stall();
        };
        SmtpException failure = failure(lab(LabTls.STARTTLS).script(script).build(),
                Peer.settings(1, TlsMode.REQUIRED).withTimeouts(Timeouts.all(Duration.ofMillis(700))));

        assertThat(failure.kind()).isIn(Kind.DISCONNECTED, Kind.TIMEOUT, Kind.TLS_HANDSHAKE, Kind.PROTOCOL);
        assertThat(failure.stage()).isIn(org.wirepost.smtp.dialogue.Stage.TLS,
                org.wirepost.smtp.dialogue.Stage.STARTTLS);
    }

    @Test
    void goesOnInClearOnlyWhenThatIsAllowed() throws IOException {
        try (LabServer server = LabServer.start(lab(LabTls.NONE).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.OPPORTUNISTIC), recorder)) {
            connection.connect();
            assertThat(connection.tls()).isEmpty();
        }
        assertThat(recorder.deviations()).contains("in-clear");
    }

    @Test
    void usesStartTlsOpportunistically() throws IOException {
        try (LabServer server = LabServer.start(lab(LabTls.STARTTLS).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.OPPORTUNISTIC), recorder)) {
            connection.connect();
            assertThat(connection.tls()).isPresent();
        }
    }

    @Test
    void resumesSessionsOfTheSameSettings() throws IOException {
        try (LabServer server = LabServer.start(lab(LabTls.IMPLICIT).build())) {
            for (int i = 0; i < 5; i++) {
                try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.IMPLICIT), recorder)) {
                    connection.connect();
                    connection.quit();
                }
            }
        }
        List<DialogueEvent.TlsEstablished> handshakes = recorder.all(DialogueEvent.TlsEstablished.class);
        assertThat(handshakes).hasSize(5);
        assertThat(handshakes.get(4).received()).as("a resumed handshake carries no certificate")
                .isLessThan(handshakes.get(0).received());
        assertThat(handshakes.get(4).facts().chain()).isNotEmpty();
    }
}
