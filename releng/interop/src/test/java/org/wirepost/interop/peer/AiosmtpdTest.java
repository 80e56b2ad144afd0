// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerFacts;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Post;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Outcome;

/** aiosmtpd: a server without PIPELINING and CHUNKING that is strict about lines. */
@Tag("aiosmtpd")
class AiosmtpdTest {

    private static Peer aiosmtpd;

    @BeforeAll
    static void start() throws IOException {
        aiosmtpd = Peers.aiosmtpd();
    }

    @TestFactory
    List<DynamicNode> everyOctetIsTheOneThatWasMeant() throws IOException {
        Map<String, ServerLogin> ways = new LinkedHashMap<>();
        ways.put("DATA", aiosmtpd.plain());
        ways.put("DATA over TLS", aiosmtpd.encrypted(Set.of()));
        return new ByteChecks(aiosmtpd).of(ways);
    }

    static Stream<Arguments> everybodyLogsIn() {
        return Stream.of("PLAIN", "LOGIN").flatMap(mechanism -> Stream.of(Peer.ALICE, Peer.BOB).flatMap(
                who -> Stream.of(Arguments.of(mechanism, who, Peer.SUBMISSION, TlsMode.REQUIRED),
                        Arguments.of(mechanism, who, Peer.IMPLICIT, TlsMode.IMPLICIT))));
    }

    @ParameterizedTest(name = "{0} as {1}, {3}")
    @MethodSource
    void everybodyLogsIn(String mechanism, Credentials who, int distance, TlsMode mode) throws IOException {
        try (Post post = new Post()) {
            DeliveryReport report = post.send(new Order(Post.letter("bob@peer.test").build()),
                    Peer.login(aiosmtpd.at(distance, mode), who, mechanism));

            assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(report.server().flatMap(ServerFacts::mechanism)).contains(mechanism);
            assertThat(aiosmtpd.mailbox().await(report.messageId().orElseThrow()).recipients())
                    .containsExactly("bob@peer.test");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        try (Post post = new Post()) {
            DeliveryReport report = post.send(new Order(Post.letter("bob@peer.test").build()),
                    Peer.login(aiosmtpd.at(Peer.SUBMISSION, TlsMode.REQUIRED),
                            new Credentials.Password("bob", Secret.of("guess"))));

            assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM);
        }
    }

    @Test
    void oneRecipientIsRefusedAndTheOthersGetTheMessage() throws IOException {
        try (Post post = new Post()) {
            DeliveryReport report = post.send(new Order(
                    Post.letter("reject5@peer.test", "bob@peer.test", "defer4@peer.test").build()), aiosmtpd.plain());

            assertThat(report.outcomes()).extracting(Outcome::state).containsExactly("refused", "accepted", "deferred");
            assertThat(report.exitCode()).isEqualTo(ExitCode.NOUSER);
            assertThat(aiosmtpd.mailbox().await(report.messageId().orElseThrow()).recipients())
                    .containsExactly("bob@peer.test");
        }
    }

    @Test
    void lettersBeyondAsciiBeforeTheAtGoBySmtputf8() throws IOException {
        try (Post post = new Post()) {
            DeliveryReport report = post.send(
                    new Order(Post.letter("j\u00FCrgen@b\u00FCcher.test").subject("Gr\u00FC\u00DFe").build()),
                    aiosmtpd.plain());

            assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
            Mail mail = aiosmtpd.mailbox().await(report.messageId().orElseThrow());
            assertThat(mail.sender()).contains("SMTPUTF8");
            assertThat(mail.recipients()).singleElement().asString().startsWith("j\u00FCrgen@");
        }
    }
}
