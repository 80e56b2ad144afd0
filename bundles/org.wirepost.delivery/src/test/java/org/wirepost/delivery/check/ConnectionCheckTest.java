// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;

class ConnectionCheckTest {

    private final List<CheckStep> steps = new ArrayList<>();

    private static LabServer lab(LabTls tls) throws IOException {
        return LabServer.start(LabSettings.builder().tls(tls)
                .auth(LabAuth.none().withPassword("ann", "sesame")).build());
    }

    private static ConnectionSettings settings(LabServer server, TlsMode mode) {
        return ConnectionSettings.of("localhost", server.port(), mode)
                .withResolver(host -> List.of(server.address()))
                .withTimeouts(Timeouts.all(Duration.ofSeconds(1)));
    }

    private static ConnectionSettings trusting(LabServer server, TlsMode mode) {
        return settings(server, mode)
                .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(server.certificate().ca())));
    }

    private Optional<CheckStep.Failed> run(ConnectionSettings settings, Optional<String> password) {
        ServerLogin login = new ServerLogin(settings,
                password.map(word -> new Credentials.Password("ann", Secret.of(word))), AuthSettings.DEFAULT);
        return new ConnectionCheck(login, Extensions.NONE, DialogueListener.NONE, steps::add).run();
    }

    @Test
    void tellsEachStepInTheOrderOfTheDialogue() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            assertThat(run(trusting(server, TlsMode.REQUIRED), Optional.of("sesame"))).isEmpty();
        }
        assertThat(steps).extracting(CheckStep::stage).containsExactly(Stage.RESOLVE, Stage.CONNECT, Stage.GREETING,
                Stage.EHLO, Stage.STARTTLS, Stage.TLS, Stage.EHLO, Stage.AUTH);
        assertThat(steps).last().isInstanceOfSatisfying(CheckStep.LoggedIn.class,
                last -> assertThat(last.user()).isEqualTo("ann"));
    }

    @Test
    void showsTheChainOfACertificateThatIsNotTrusted() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            CheckStep.Failed failed = run(settings(server, TlsMode.REQUIRED), Optional.empty()).orElseThrow();

            assertThat(failed.remedies()).containsExactly(Remedy.TRUST);
            assertThat(failed.chain()).isNotEmpty();
            assertThat(failed.chain().get(0).names()).contains("DNS:localhost");
        }
    }

    @Test
    void looksForTheMistakeInTheLoginWhenThePasswordIsRefused() throws IOException {
        try (LabServer server = lab(LabTls.IMPLICIT)) {
            CheckStep.Failed failed = run(trusting(server, TlsMode.IMPLICIT), Optional.of("wrong")).orElseThrow();

            assertThat(failed.remedies()).containsExactly(Remedy.LOGIN);
            assertThat(failed.reply()).map(reply -> reply.code()).contains(535);
            assertThat(failed.toString()).doesNotContain("wrong");
        }
    }

    @Test
    void proposesTlsFromTheStartForAServerThatKeepsSilent() throws IOException {
        try (LabServer server = lab(LabTls.IMPLICIT)) {
            assertThat(run(settings(server, TlsMode.REQUIRED), Optional.empty()).orElseThrow().remedies())
                    .startsWith(Remedy.USE_IMPLICIT_TLS);
        }
    }

    @Test
    void proposesStarttlsForAServerThatGreetsInClear() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            assertThat(run(trusting(server, TlsMode.IMPLICIT), Optional.empty()).orElseThrow().remedies())
                    .containsExactly(Remedy.USE_STARTTLS);
        }
    }

    @Test
    void saysThatNobodyLoggedInWithoutCredentials() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            assertThat(run(trusting(server, TlsMode.REQUIRED), Optional.empty())).isEmpty();
        }
        assertThat(steps).last().isEqualTo(new CheckStep.NotLoggedIn());
    }

    @Test
    void everyKindOfFailureHasItsRemediesOrNone() {
        for (Kind kind : Kind.values()) {
            assertThat(Remedy.of(kind, Stage.CONNECT, Optional.empty())).doesNotContainNull();
        }
        assertThat(Remedy.of(Kind.TLS_HANDSHAKE, Stage.TLS, Optional.empty())).containsExactly(Remedy.TLS_MODE);
    }
}
