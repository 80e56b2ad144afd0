// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.lab.CertificateVariant;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.DialogueEvent;

/** Every bad certificate is refused in words, every good one accepted, with TLS from the start and by STARTTLS. */
class CertificatesTest {

    private static final Map<CertificateVariant, LabCertificate> MADE = new EnumMap<>(CertificateVariant.class);

    private final Recorder recorder = new Recorder();

    private static Map<CertificateVariant, String> words() {
        Map<CertificateVariant, String> words = new EnumMap<>(CertificateVariant.class);
        words.put(CertificateVariant.EXPIRED, "it expired on 20");
        words.put(CertificateVariant.NOT_YET_VALID, "it is not valid before 20");
        words.put(CertificateVariant.WRONG_HOST, "it is for DNS:elsewhere.invalid, not for localhost");
        words.put(CertificateVariant.SELF_SIGNED, "it is signed by itself, and no authority that is trusted vouches");
        words.put(CertificateVariant.UNTRUSTED, "no trusted authority vouches for its issuer CN=Another lab CA");
        words.put(CertificateVariant.CN_ONLY, "it names no host in its subject alternative names, and localhost was");
        words.put(CertificateVariant.EMAIL_ONLY, "it names no host in its subject alternative names");
        words.put(CertificateVariant.CLIENT_EKU, "it is not for servers (its extended key usage is 1.3.6.1.5.5.7.3.2");
        words.put(CertificateVariant.SHA1, "it is signed by the broken algorithm SHA1withECDSA, and SHA-256 is");
        words.put(CertificateVariant.MD5, "it is signed by the broken algorithm MD5withRSA");
        words.put(CertificateVariant.WEAK_KEY, "it has an RSA key of only 1024 bits, and 2048 are the least");
        words.put(CertificateVariant.WEAK_AUTHORITY,
                "the certificate of its issuer CN=Wirepost lab CA has an RSA key of only 1024 bits");
        words.put(CertificateVariant.SHA1_INTERMEDIATE,
                "the certificate of its issuer CN=Wirepost lab intermediate is signed by the broken algorithm SHA1");
        words.put(CertificateVariant.EXPIRED_INTERMEDIATE,
                "the certificate of its issuer CN=Wirepost lab intermediate expired on 20");
        words.put(CertificateVariant.MISSING_INTERMEDIATE, "no trusted authority vouches for its issuer CN=Wirepost "
                + "lab intermediate, and the server sent no certificate of that issuer");
        words.put(CertificateVariant.NOT_AN_AUTHORITY,
                "its issuer CN=Wirepost lab intermediate is no authority that may sign certificates");
        words.put(CertificateVariant.PATH_TOO_LONG,
                "its issuer CN=Wirepost lab upper intermediate allows 0 authorities below it, and there are 1");
        words.put(CertificateVariant.UNKNOWN_CRITICAL, "it has the critical extension 1.3.6.1.4.1.32473.1");
        return words;
    }

    private static Stream<Arguments> variantsOnBothPaths() {
        return Stream.of(CertificateVariant.values()).flatMap(variant ->
                Stream.of(Arguments.of(variant, LabTls.IMPLICIT), Arguments.of(variant, LabTls.STARTTLS)));
    }

    private static synchronized LabCertificate certificate(CertificateVariant variant) {
        return MADE.computeIfAbsent(variant, LabCertificate::create);
    }

    @ParameterizedTest
    @MethodSource("variantsOnBothPaths")
    void acceptsTheGoodAndRefusesTheBadInWords(CertificateVariant variant, LabTls tls) throws IOException {
        LabCertificate certificate = certificate(variant);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(tls).certificate(certificate).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server,
                        tls == LabTls.IMPLICIT ? TlsMode.IMPLICIT : TlsMode.REQUIRED)
                        .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(certificate.ca()))), recorder)) {
            if (variant.isGood()) {
                connection.connect();
                assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
            } else {
                checkRefused(catchThrowableOfType(SmtpException.class, connection::connect), words().get(variant));
                assertThat(server.messageCount()).isZero();
                assertThat(server.sessions()).allMatch(session -> session.commands().stream()
                        .noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH")));
            }
        }
    }

    private void checkRefused(SmtpException failure, String words) {
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.CERTIFICATE);
        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure).hasMessageStartingWith("The certificate of localhost is not accepted: ")
                .hasMessageContaining(words);
        assertThat(recorder.all(DialogueEvent.TlsFailed.class)).singleElement()
                .matches(event -> !event.chain().isEmpty());
    }

    @Test
    void countsElevenBadOnesAtLeast() {
        long good = Stream.of(CertificateVariant.values()).filter(CertificateVariant::isGood).count();

        System.out.println("certificates: " + words().size() + " bad variants refused, " + good
                + " good ones accepted, each by implicit TLS and by STARTTLS");
        assertThat(words()).hasSizeGreaterThanOrEqualTo(11)
                .hasSize(CertificateVariant.values().length - (int) good);
        assertThat(good).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"mail.lab.test, *.lab.test, true", "MAIL.lab.test, mail.LAB.test, true",
        "mail.lab.test., mail.lab.test, true", "a.mail.lab.test, *.lab.test, false", "lab.test, *.lab.test, false",
        "lab.test, *.test, false", "mail.lab.test, m*.lab.test, false", "mail.lab.test, *, false",
        "müller.lab.test, müller.lab.test, true", "127.0.0.2, 127.0.0.2, true", "127.0.0.3, 127.0.0.2, false"})
    void comparesNamesByTheRulesOfRfc9525(String host, String name, boolean accepted) throws IOException {
        LabCertificate certificate = LabCertificate.create(CertificateVariant.GOOD, name);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.IMPLICIT).certificate(certificate)
                .build()); SmtpConnection connection = new SmtpConnection(ConnectionSettings.of(host, server.port(),
                        TlsMode.IMPLICIT).withEhloName("me.example").withTimeouts(Timeouts.all(
                                java.time.Duration.ofSeconds(10)))
                        .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(certificate.ca())))
                        .withResolver(any -> List.of(java.net.InetAddress.getByName("127.0.0.1"))), recorder)) {
            SmtpException failure = catchThrowableOfType(SmtpException.class, connection::connect);

            if (accepted) {
                assertThat(failure).isNull();
            } else {
                assertThat(failure).hasMessageContaining(", not for " + host);
            }
        }
    }

    @Test
    void aCertificateThatIsTrustedItselfStillExpiresAndMustBeStrong() throws IOException {
        for (CertificateVariant variant : List.of(CertificateVariant.EXPIRED, CertificateVariant.WEAK_KEY)) {
            LabCertificate certificate = certificate(variant);
            SmtpException failure = refusal(certificate,
                    TlsSettings.DEFAULT.withAuthorities(List.of(certificate.leaf())));

            assertThat(failure).hasMessageContaining(words().get(variant));
        }
        LabCertificate alone = certificate(CertificateVariant.SELF_SIGNED);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.IMPLICIT).certificate(alone).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.IMPLICIT)
                        .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(alone.leaf()))), recorder)) {
            connection.connect();
            assertThat(connection.tls()).isPresent();
        }
    }

    @Test
    void aPinDecidesAloneButNotForAWeakKey() throws IOException {
        for (CertificateVariant variant : List.of(CertificateVariant.EXPIRED, CertificateVariant.WRONG_HOST,
                CertificateVariant.UNTRUSTED, CertificateVariant.SHA1)) {
            LabCertificate certificate = certificate(variant);
            try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                    .certificate(certificate).build()); SmtpConnection connection = new SmtpConnection(
                            Peer.to(server, TlsMode.REQUIRED).withTls(TlsSettings.DEFAULT.withPin(pin(certificate))),
                            recorder)) {
                connection.connect();
                assertThat(connection.tls()).isPresent();
            }
        }
        assertThat(recorder.deviations()).containsExactly("pinned-expired");
        LabCertificate weak = certificate(CertificateVariant.WEAK_KEY);
        assertThat(refusal(weak, TlsSettings.DEFAULT.withPin(pin(weak))))
                .hasMessageContaining("it has an RSA key of only 1024 bits");
    }

    @Test
    void oneOfSeveralPinsIsEnough() throws IOException {
        LabCertificate certificate = certificate(CertificateVariant.UNTRUSTED);
        String other = "sha256//" + "A".repeat(43) + "=";
        String third = "sha256//" + "B".repeat(43) + "=";
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.IMPLICIT).certificate(certificate)
                .build()); SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.IMPLICIT)
                        .withTls(TlsSettings.DEFAULT.withPin(other + ";" + pin(certificate))), recorder)) {
            connection.connect();
            assertThat(connection.tls()).isPresent();
        }
        assertThat(refusal(certificate, TlsSettings.DEFAULT.withPin(other + ";" + third)))
                .hasMessage("The certificate of localhost is not accepted: its public key is " + pin(certificate)
                        + ", but " + other + " or " + third + " are pinned");
        assertThat(refusal(certificate, TlsSettings.DEFAULT.withPin(other).withAuthorities(
                List.of(certificate.chain().get(1))))).as("a pin beside an authority").hasMessageContaining(
                        "but " + other + " is pinned");
    }

    private SmtpException refusal(LabCertificate certificate, TlsSettings tls) throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.IMPLICIT).certificate(certificate)
                .build()); SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.IMPLICIT)
                        .withTls(tls), recorder)) {
            SmtpException failure = catchThrowableOfType(SmtpException.class, connection::connect);
            assertThat(failure.kind()).isEqualTo(Kind.CERTIFICATE);
            return failure;
        }
    }

    private static String pin(LabCertificate certificate) {
        return org.wirepost.smtp.internal.tls.Certificates.spkiHash(certificate.leaf());
    }
}
