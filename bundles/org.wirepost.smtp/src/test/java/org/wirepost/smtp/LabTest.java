// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.ReplyStyle;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/** Whole sessions with a server that behaves. */
class LabTest {

    private static final String SECRET = "s3cret pass+wörd";

    private final Recorder recorder = new Recorder();

    private static LabSettings.Builder lab() {
        return LabSettings.builder().tls(LabTls.STARTTLS).certificate(Peer.CERTIFICATE);
    }

    private static AuthSettings only(String mechanism) {
        return new AuthSettings(Optional.of(mechanism), false, List.of());
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"})
    void authenticatesByEveryMechanismAndShowsNoSecret(String mechanism) throws IOException {
        boolean token = mechanism.contains("OAUTH");
        LabSettings settings = lab().account("alice", SECRET).token("alice", "t0ken-s3cret").authRequired().build();
        Credentials right = token ? new Credentials.Token("alice", Secret.of("t0ken-s3cret"))
                : new Credentials.Password("alice", Secret.of(SECRET));
        Credentials wrong = token ? new Credentials.Token("alice", Secret.of("wr0ng-token"))
                : new Credentials.Password("alice", Secret.of("wr0ng-password"));
        try (LabServer server = LabServer.start(settings)) {
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED), recorder)) {
                connection.connect();
                assertThat(connection.authenticate(right, only(mechanism))).isEqualTo(mechanism);
                assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
                connection.quit();
            }
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED), recorder)) {
                connection.connect();
                assertThatThrownBy(() -> connection.authenticate(wrong, only(mechanism)))
                        .isInstanceOfSatisfying(SmtpException.class,
                                e -> assertThat(e.kind()).isEqualTo(Kind.AUTH_REFUSED));
            }
        }
        for (String secret : List.of(SECRET, "t0ken-s3cret", "wr0ng-password", "wr0ng-token")) {
            assertThat(recorder.events().toString()).doesNotContain(secret)
                    .doesNotContain(Base64.getEncoder().encodeToString(secret.getBytes()));
        }
    }

    @Test
    void choosesTheSafestMechanism() throws IOException {
        try (LabServer server = LabServer.start(lab().account("alice", SECRET).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.REQUIRED), recorder)) {
            connection.connect();
            assertThat(connection.authenticate(new Credentials.Password("alice", Secret.of(SECRET)),
                    AuthSettings.DEFAULT)).isEqualTo("SCRAM-SHA-256");
        }
    }

    @ParameterizedTest
    @EnumSource(Extensions.class)
    void everyOctetIsCoveredByExactlyOneEvent(Extensions extensions) throws Exception {
        LabSettings settings = LabSettings.builder().replyStyle(ReplyStyle.BY_LINE).without(extensions.missing).build();
        try (LabServer server = LabServer.start(settings);
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), recorder)) {
            connection.connect();
            connection.send(Peer.letter("b@example.org", "reject5@example.org", "multi5@example.org"));
            connection.send(Peer.letter("reject5@example.org"));
            connection.send(new Submission(Peer.ENVELOPE, Peer.content(".\r\nno end")));
            connection.send(new Submission(Peer.ENVELOPE, large(3_000_000)));
            connection.quit();
            LabSession session = server.awaitSessionEnd(Duration.ofSeconds(10));

            assertThat(recorder.sent()).isEqualTo(session.octetsReceived());
            assertThat(recorder.received()).isEqualTo(session.octetsSent());
            assertThat(session.deviations()).isEmpty();
        }
    }

    enum Extensions {
        ALL,
        WITHOUT_CHUNKING(LabExtension.CHUNKING),
        WITHOUT_PIPELINING(LabExtension.PIPELINING),
        NONE(LabExtension.values());

        private final LabExtension[] missing;

        Extensions(LabExtension... missing) {
            this.missing = missing;
        }
    }

    private static OutgoingContent large(int size) {
        Random random = new Random(size);
        StringBuilder text = new StringBuilder(size + 100);
        while (text.length() < size) {
            text.append(random.nextInt(4) == 0 ? "." : "").append("y".repeat(random.nextInt(990))).append("\r\n");
        }
        return Peer.content(text.toString());
    }

    @ParameterizedTest
    @EnumSource(Extensions.class)
    void whatArrivesIsWhatWasMeantByteForByte(Extensions extensions) throws Exception {
        String[] bodies = {"", "\r\n", ".\r\n", "..\r\n.\r\n", "a\r\n.\r\nMAIL FROM:<evil@x>\r\n",
            "x".repeat(998) + "\r\n", "\0\r\n", "trailing  \r\n\t\r\n", "\r\n\r\n\r\n", "From x\r\n>From y\r\n"};
        LabSettings settings = LabSettings.builder().without(extensions.missing).build();
        try (LabServer server = LabServer.start(settings);
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), recorder)) {
            connection.connect();
            for (String body : bodies) {
                assertThat(connection.send(new Submission(Peer.ENVELOPE, Peer.content(body))).isComplete()).isTrue();
                assertThat(server.awaitMessage(Duration.ofSeconds(10)).text()).isEqualTo(body);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Extensions.class)
    void sendsABatchOverOneConnectionInOrder(Extensions extensions) throws Exception {
        List<TransactionResult> results = new ArrayList<>();
        List<Submission> batch = IntStream.range(0, 700).mapToObj(i -> new Submission(
                Envelope.of("a@example.org", i % 50 == 7 ? "reject5@example.org" : "b" + i + "@example.org"),
                Peer.content("Subject: " + i + "\r\n\r\n" + "z".repeat(i) + "\r\n"))).toList();
        LabSettings settings = LabSettings.builder().without(extensions.missing).build();
        try (LabServer server = LabServer.start(settings);
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), recorder)) {
            connection.connect();
            connection.sendAll(batch.iterator(), results::add);
            connection.quit();

            assertThat(results).extracting(TransactionResult::submission).containsExactlyElementsOf(batch);
            assertThat(results.stream().filter(TransactionResult::isComplete)).hasSize(686);
            assertThat(server.messageCount()).isEqualTo(686);
            for (StoredMessage message : server.messages()) {
                String number = message.text().substring(9, message.text().indexOf('\r'));
                assertThat(message.recipientAddresses()).containsExactly("b" + number + "@example.org");
            }
        }
    }

    @Test
    void sendsBinaryContentAsItIs() throws Exception {
        byte[] octets = new byte[2_500_000];
        new Random(1).nextBytes(octets);
        OutgoingContent plain = OutgoingContent.of(octets);
        OutgoingContent binary = new OutgoingContent() {
            @Override
            public long size() {
                return plain.size();
            }

            @Override
            public boolean needs8Bit() {
                return true;
            }

            @Override
            public boolean needsBinary() {
                return true;
            }

            @Override
            public boolean needsUtf8() {
                return false;
            }

            @Override
            public void writeTo(ContentSink sink) throws IOException {
                for (int i = 0; i < octets.length; i += 77_777) {
                    sink.write(octets, i, Math.min(77_777, octets.length - i));
                }
            }
        };
        try (LabServer server = LabServer.start(LabSettings.defaults());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), recorder)) {
            connection.connect();
            assertThat(connection.send(new Submission(Peer.ENVELOPE, binary)).isComplete()).isTrue();
            assertThat(server.awaitMessage(Duration.ofSeconds(10)).bytes()).isEqualTo(octets);
        }
        try (LabServer server = LabServer.start(LabSettings.builder().without(LabExtension.BINARYMIME).build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), recorder)) {
            connection.connect();
            assertThat(connection.send(new Submission(Peer.ENVELOPE, binary)).outcomes()).extracting(Outcome::state)
                    .containsExactly("refused");
        }
    }

    @Test
    void triesEveryAddressOfAName() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE)
                        .withResolver(host -> List.of(
                        java.net.InetAddress.getByName("127.0.0.99"), java.net.InetAddress.getByName("::1"),
                        java.net.InetAddress.getByName("127.0.0.1"))), recorder)) {
            connection.connect();
            assertThat(connection.isOpen()).isTrue();
        }
        assertThat(recorder.all(org.wirepost.smtp.dialogue.DialogueEvent.ConnectFailed.class)).hasSize(2);
    }

    @Test
    void saysInWordsThatNobodyIsThere() {
        ConnectionSettings nobody = Peer.settings(1, TlsMode.NONE);
        try (SmtpConnection connection = new SmtpConnection(nobody, recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOfSatisfying(SmtpException.class,
                    e -> assertThat(e.kind()).isEqualTo(Kind.CONNECT)).hasMessageContaining("localhost port 1");
        }
        ConnectionSettings unknown = nobody.withResolver(host -> {
            throw new java.net.UnknownHostException(host);
        });
        try (SmtpConnection connection = new SmtpConnection(unknown, recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOfSatisfying(SmtpException.class,
                    e -> assertThat(e.kind()).isEqualTo(Kind.HOST_NOT_FOUND));
        }
    }

    @Test
    void takesALookUpWithoutAnswerForSomethingThatPasses() {
        ConnectionSettings slow = Peer.settings(1, TlsMode.NONE).withResolver(host -> {
            throw new java.net.SocketTimeoutException("no answer within 30 s");
        });
        try (SmtpConnection connection = new SmtpConnection(slow, recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOfSatisfying(SmtpException.class, e -> {
                assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(e.stage()).isEqualTo(Stage.RESOLVE);
            }).hasMessage("The address of localhost was not found in time (no answer within 30 s): check the network, "
                    + "and try again later");
        }
        ConnectionSettings broken = slow.withResolver(host -> {
            throw new IOException("no name server");
        });
        try (SmtpConnection connection = new SmtpConnection(broken, recorder)) {
            assertThatThrownBy(connection::connect).isInstanceOfSatisfying(SmtpException.class,
                    e -> assertThat(e.kind()).isEqualTo(Kind.CONNECT)).hasMessageContaining("no name server");
        }
    }

    @Test
    void aListenerThatThrowsDisturbsNothing() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.defaults());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> {
                    throw new IllegalStateException("clumsy");
                })) {
            connection.connect();
            assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
        }
    }
}
