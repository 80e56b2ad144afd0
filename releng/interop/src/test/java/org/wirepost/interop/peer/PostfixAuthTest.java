// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerFacts;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Post;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;

/** Logging in to Postfix with Cyrus SASL. */
@Tag("postfix")
class PostfixAuthTest {

    private static final int CLEAR = 588;
    private static final DeliverySettings LOGIN_ONLY = DeliverySettings.DEFAULT.withDryRun(DryRun.AUTH);

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

    private DeliveryReport login(ServerLogin login) {
        return post.send(new Order(Post.letter("carol@peer.test").build()), login, LOGIN_ONLY);
    }

    private static Optional<String> mechanism(DeliveryReport report) {
        return report.server().flatMap(ServerFacts::mechanism);
    }

    private static DeliveryFailure.Session failure(DeliveryReport report) {
        return (DeliveryFailure.Session) report.failure().orElseThrow();
    }

    static Stream<Arguments> everybodyByEveryMechanism() {
        return Stream.of("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256")
                .flatMap(mechanism -> Stream.of(Peer.ALICE, Peer.BOB).map(who -> Arguments.of(mechanism, who)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource
    void everybodyByEveryMechanism(String mechanism, Credentials who) {
        DeliveryReport report = login(Peer.login(postfix.at(Peer.SUBMISSION, TlsMode.REQUIRED), who, mechanism));

        assumeOffered(mechanism);
        assertThat(report.failure()).isEmpty();
        assertThat(mechanism(report)).contains(mechanism);
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
    }

    /** Debian's modules of Cyrus SASL bring all of these; another installation may lack one. */
    private void assumeOffered(String mechanism) {
        assumeTrue(post.events(DialogueEvent.CapabilitiesLearned.class).stream()
                .anyMatch(event -> event.capabilities().mechanisms().contains(mechanism)),
                () -> "This Postfix does not offer " + mechanism + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"})
    void aWrongPasswordIsRefusedByEveryMechanism(String mechanism) {
        Credentials wrong = new Credentials.Password("alice", Secret.of("guess"));

        DeliveryReport report = login(Peer.login(postfix.at(Peer.SUBMISSION, TlsMode.REQUIRED), wrong, mechanism));

        assumeOffered(mechanism);
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM);
        assertThat(failure(report).cause()).isEqualTo(SmtpException.Kind.AUTH_REFUSED);
        assertThat(failure(report).stage()).isEqualTo(Stage.AUTH);
        assertThat(failure(report).reply().orElseThrow().code()).isEqualTo(535);
        assertThat(failure(report).sentence()).contains("alice").doesNotContain("guess");
    }

    @Test
    void anUnknownUserIsRefused() {
        Credentials nobody = new Credentials.Password("mallory", Secret.of("s3cret pass+word"));

        DeliveryReport report = login(Peer.login(postfix.at(Peer.SUBMISSION, TlsMode.REQUIRED), nobody));

        assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM);
    }

    @Test
    void theSafestMechanismIsChosen() {
        DeliveryReport report = login(Peer.login(postfix.at(Peer.IMPLICIT, TlsMode.IMPLICIT), Peer.ALICE));

        assumeOffered("SCRAM-SHA-256");
        assertThat(mechanism(report)).contains("SCRAM-SHA-256");
    }

    @Test
    void withoutTlsAPasswordIsOnlyProvedAndNeverSent() {
        ConnectionSettings clear = postfix.at(CLEAR, TlsMode.NONE);

        DeliveryReport proved = login(Peer.login(clear, Peer.BOB));
        DeliveryReport asked = login(Peer.login(clear, Peer.BOB, "PLAIN"));

        assumeOffered("SCRAM-SHA-256");
        assertThat(mechanism(proved)).contains("SCRAM-SHA-256");
        assertThat(failure(asked).cause()).isEqualTo(SmtpException.Kind.AUTH_UNAVAILABLE);
        assertThat(asked.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(failure(asked).sentence()).contains("PLAIN is not safe without TLS");
        assertThat(post.commands()).noneMatch(command -> command.startsWith("AUTH PLAIN"));
    }

    @Test
    void withoutTlsAPasswordIsSentWhenTheUserSaysSo() {
        AuthSettings allowed = new AuthSettings(Optional.of("LOGIN"), true, AuthSettings.DEFAULT.factories());

        DeliveryReport report = login(Peer.login(postfix.at(CLEAR, TlsMode.NONE), Peer.ALICE).withAuth(allowed));

        assertThat(mechanism(report)).contains("LOGIN");
    }

    @Test
    void aServerThatWantsALoginSaysSoAndIsQuoted() {
        ServerLogin nobody = ServerLogin.anonymous(postfix.at(Peer.SUBMISSION, TlsMode.REQUIRED));

        DeliveryReport report = post.send(new Order(Post.letter("carol@peer.test").build()), nobody);

        assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.state()).isEqualTo("refused");
            assertThat(outcome.reply().orElseThrow().text()).contains("Access denied");
        });
    }

    @Test
    void noSecretShowsInTheDialogue() {
        for (String mechanism : new String[] {"PLAIN", "LOGIN"}) {
            login(Peer.login(postfix.at(Peer.IMPLICIT, TlsMode.IMPLICIT), Peer.ALICE, mechanism));
        }

        assertThat(post.commands()).contains("AUTH PLAIN " + DialogueEvent.CommandSent.WITHHELD)
                .noneMatch(command -> command.contains("czNjcmV0IHBhc3Mrd29yZA"));
    }
}
