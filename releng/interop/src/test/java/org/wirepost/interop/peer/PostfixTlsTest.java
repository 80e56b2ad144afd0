// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Post;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.TlsFacts;

/** TLS with Postfix and OpenSSL: good certificates, and one bad one on each of many ports. */
@Tag("postfix")
class PostfixTlsTest {

    private static final DeliverySettings HELLO_ONLY = DeliverySettings.DEFAULT.withDryRun(DryRun.CONNECT);
    private static final int SELF_SIGNED = 592;
    private static final int OLD_TLS = 598;
    private static final int TLS_1_2 = 599;
    private static final int CLIENT_CERTIFICATE = 600;

    private static Peer postfix;

    private Post post;

    @BeforeAll
    static void start() throws IOException {
        postfix = Peers.postfix();
    }

    @BeforeEach
    void open() throws IOException {
        post = new Post();
    }

    @AfterEach
    void close() throws IOException {
        post.close();
    }

    private DeliveryReport hello(ConnectionSettings settings) {
        return post.send(new Order(Post.letter("carol@peer.test").build()), ServerLogin.anonymous(settings),
                HELLO_ONLY);
    }

    private ConnectionSettings required(int distance) {
        return postfix.at(distance, TlsMode.REQUIRED);
    }

    private static DeliveryFailure.Session failure(DeliveryReport report) {
        return (DeliveryFailure.Session) report.failure().orElseThrow();
    }

    private void assertNothingWasSaidOverTls() {
        assertThat(post.commands()).containsExactly("EHLO client.test", "STARTTLS");
    }

    @ParameterizedTest
    @CsvSource({"587, REQUIRED", "465, IMPLICIT"})
    void aGoodCertificateIsShownWithItsFacts(int distance, TlsMode mode) {
        DeliveryReport report = hello(postfix.at(distance, mode));

        TlsFacts facts = post.events(DialogueEvent.TlsEstablished.class).get(0).facts();
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(facts.version()).isEqualTo("TLSv1.3");
        assertThat(facts.host()).isEqualTo("localhost");
        assertThat(facts.chain()).hasSize(2);
        assertThat(facts.chain().get(0).subject()).isEqualTo("CN=localhost");
        assertThat(facts.chain().get(0).issuer()).isEqualTo("CN=Peer Test CA");
        assertThat(facts.chain().get(0).names()).containsExactly("DNS:localhost", "DNS:mail.peer.test",
                "IP:127.0.0.1");
        assertThat(facts.chain().get(0).key()).isEqualTo("RSA 2048");
    }

    @Test
    void capabilitiesAreForgottenWhenTlsBegins() {
        hello(required(Peer.SUBMISSION));

        assertThat(post.events(DialogueEvent.CapabilitiesLearned.class)).extracting(
                event -> event.encrypted() + " " + event.capabilities().offers("STARTTLS") + " "
                        + event.capabilities().offers("AUTH"))
                .startsWith("false true false").endsWith("true false true");
    }

    @ParameterizedTest(name = "port {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            590 | it expired on 2021-01-01T00:00:00Z
            591 | it is for DNS:other.example, not for localhost
            592 | it is signed by itself, and no authority that is trusted vouches for it
            593 | no trusted authority vouches for its issuer CN=Rogue CA (never trusted)
            594 | it is not valid before 2045-01-01T00:00:00Z
            595 | it names no host in its subject alternative names, and localhost was expected there
            596 | it is not for servers (its extended key usage is 1.3.6.1.5.5.7.3.2, without 1.3.6.1.5.5.7.3.1)
            597 | it is signed by the broken algorithm SHA1withRSA, and SHA-256 is the least that is safe
            """)
    void aBadCertificateEndsTheSessionAndIsExplained(int distance, String reason) {
        DeliveryReport report = hello(required(distance));

        assertThat(failure(report).cause()).isEqualTo(Kind.CERTIFICATE);
        assertThat(failure(report).permanent()).isTrue();
        assertThat(report.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(failure(report).sentence())
                .isEqualTo("The certificate of localhost is not accepted: " + reason);
        assertThat(post.events(DialogueEvent.TlsFailed.class)).singleElement()
                .satisfies(event -> assertThat(event.chain()).isNotEmpty());
        assertNothingWasSaidOverTls();
    }

    @Test
    void opportunisticTlsDoesNotAcceptABadCertificateEither() {
        DeliveryReport report = hello(postfix.at(SELF_SIGNED, TlsMode.OPPORTUNISTIC));

        assertThat(failure(report).cause()).isEqualTo(Kind.CERTIFICATE);
        assertNothingWasSaidOverTls();
    }

    @Test
    void aPinnedKeyIsAcceptedWhoeverSignedIt() throws GeneralSecurityException {
        byte[] key = postfix.authority().certificate("selfsigned").getPublicKey().getEncoded();
        String pin = "sha256//" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));

        DeliveryReport right = hello(required(SELF_SIGNED).withTls(TlsSettings.DEFAULT.withPin(pin)));
        DeliveryReport wrong = hello(required(Peer.SUBMISSION).withTls(TlsSettings.DEFAULT.withPin(pin)));

        assertThat(right.failure()).isEmpty();
        assertThat(failure(wrong).cause()).isEqualTo(Kind.CERTIFICATE);
        assertThat(failure(wrong).sentence()).contains(pin + " is pinned");
    }

    @Test
    void aPrivateAuthorityIsNotTrustedUnlessGiven() {
        DeliveryReport report = hello(required(Peer.SUBMISSION).withTls(TlsSettings.DEFAULT));

        assertThat(failure(report).cause()).isEqualTo(Kind.CERTIFICATE);
        assertThat(failure(report).sentence()).endsWith("no trusted authority vouches for its issuer CN=Peer Test CA");
    }

    @Test
    void aServerWithTls10OnlyIsRefused() {
        DeliveryReport report = hello(required(OLD_TLS));

        assertThat(failure(report).cause()).isEqualTo(Kind.TLS_HANDSHAKE);
        assertThat(report.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(failure(report).sentence()).startsWith("The TLS handshake with localhost failed: ")
                .contains("neither TLS 1.2 nor TLS 1.3");
        assertNothingWasSaidOverTls();
    }

    @Test
    void aServerWithTls12OnlyIsFine() {
        DeliveryReport report = hello(required(TLS_1_2));

        assertThat(report.failure()).isEmpty();
        assertThat(report.server().orElseThrow().tlsVersion()).contains("TLSv1.2");
    }

    @Test
    void aServerThatWantsAClientCertificateGetsOne() throws IOException, GeneralSecurityException {
        TlsSettings withKey = postfix.authority().trustedWithClientKey();

        DeliveryReport without = hello(required(CLIENT_CERTIFICATE));
        DeliveryReport with = hello(required(CLIENT_CERTIFICATE).withTls(withKey));

        // Postfix completes the handshake and then says 421, which stands for a temporary failure.
        assertThat(failure(without).cause()).isEqualTo(Kind.REPLY);
        assertThat(without.exitCode()).isEqualTo(ExitCode.TEMPFAIL);
        assertThat(failure(without).sentence()).contains("421 4.7.1 ", "No client certificate presented");
        assertThat(with.failure()).isEmpty();
    }

    @Test
    void aServerWithoutTlsIsRefusedWhenTlsIsRequired() {
        DeliveryReport report = hello(required(Peer.PLAIN));

        assertThat(failure(report).cause()).isEqualTo(Kind.TLS_UNAVAILABLE);
        assertThat(report.exitCode()).isEqualTo(ExitCode.CONFIG);
    }

    @Test
    void aServerWithoutTlsIsFineWhenTlsIsOpportunistic() {
        DeliveryReport report = hello(postfix.at(Peer.PLAIN, TlsMode.OPPORTUNISTIC));

        assertThat(report.failure()).isEmpty();
        assertThat(report.server().orElseThrow().tlsVersion()).isEmpty();
    }

    @Test
    void tlsFromTheStartTowardsAServerInClearSaysWhatIsWrong() {
        DeliveryReport report = hello(postfix.at(Peer.PLAIN, TlsMode.IMPLICIT));

        assertThat(failure(report).cause()).isEqualTo(Kind.TLS_HANDSHAKE);
        assertThat(failure(report).sentence()).contains("what the server sent is not TLS");
        assertThat(report.exitCode()).isEqualTo(ExitCode.CONFIG);
    }
}
