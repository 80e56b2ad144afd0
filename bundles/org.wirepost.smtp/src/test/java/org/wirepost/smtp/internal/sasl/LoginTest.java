// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;

class LoginTest {

    @ParameterizedTest
    @ValueSource(strings = {"Username:", "User Name\0", "login", "Benutzername bitte:", "", "Password:"})
    void ignoresTheTextOfThePrompts(String prompt) throws Exception {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334 " + base64(prompt), base64("alice"),
                "334 " + base64(prompt), base64("wonder land"), "235 2.7.0 ok");

        assertThat(Attempt.password("AUTH LOGIN").at(server)).isEqualTo("LOGIN");
        assertThat(server.lines.get(1).shown()).isEqualTo(base64("alice"));
        assertThat(server.lines.get(2).shown()).isEqualTo("\u2022\u2022\u2022");
    }

    @Test
    void takesPromptsWithoutText() throws Exception {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334", base64("alice"), "334 =", base64("wonder land"),
                "235 ok");

        assertThat(Attempt.password("AUTH LOGIN").at(server)).isEqualTo("LOGIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"501 5.5.4 missing argument", "500 5.5.2 error"})
    void givesTheUserNameAlongWhenTheServerWantsItThere(String refusal) throws Exception {
        FakeServer server = FakeServer.script("AUTH LOGIN", refusal, "AUTH LOGIN " + base64("alice"),
                "334 " + base64("Password:"), base64("wonder land"), "235 ok");

        assertThat(Attempt.password("AUTH LOGIN").at(server)).isEqualTo("LOGIN");
        assertThat(server.shown).contains("AUTH LOGIN " + base64("alice"));
    }

    @Test
    void doesNotTryAgainWhenTheUserIsRefused() {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334 ", base64("alice"), "535 5.7.8 unknown user");

        SmtpException failure = Attempt.password("AUTH LOGIN").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
    }

    @Test
    void doesNotBelieveASuccessBeforeThePassword() {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334 ", base64("alice"), "235 2.7.0 welcome");

        SmtpException failure = Attempt.password("AUTH LOGIN").failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("at the wrong time");
    }

    @Test
    void breaksOffWhenThereIsAThirdPrompt() {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334 ", FakeServer.ANY, "334 ", FakeServer.ANY, "334 ", "*",
                "501 5.7.0 cancelled");

        assertThat(Attempt.password("AUTH LOGIN").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }
}
