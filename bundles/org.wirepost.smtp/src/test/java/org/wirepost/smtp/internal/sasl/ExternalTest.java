// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Credentials;

class ExternalTest {

    private static Attempt as(String user) {
        return Attempt.of("AUTH PLAIN EXTERNAL", new Credentials.External(user));
    }

    @Test
    void saysAnEmptyIdentityAsAnEqualsSign() throws Exception {
        assertThat(as("").at(FakeServer.script("AUTH EXTERNAL =", "235 ok"))).isEqualTo("EXTERNAL");
    }

    @Test
    void saysAnEmptyIdentityAsAnEmptyLineWhenAsked() throws Exception {
        FakeServer server = FakeServer.script("AUTH EXTERNAL =", "501 no", "AUTH EXTERNAL", "334 ", "", "235 ok");

        assertThat(as("").at(server)).isEqualTo("EXTERNAL");
    }

    @Test
    void saysTheIdentityToActAs() throws Exception {
        FakeServer server = FakeServer.script("AUTH EXTERNAL " + base64("alice"), "235 ok");

        assertThat(as("alice").at(server)).isEqualTo("EXTERNAL");
        assertThat(server.shown.get(0)).isEqualTo("AUTH EXTERNAL " + base64("alice"));
    }

    @Test
    void saysThatTheCertificateIsRefused() {
        SmtpException nobody = as("").failsAt(FakeServer.script(FakeServer.ANY, "535 5.7.8 who?"));
        SmtpException alice = as("alice").failsAt(FakeServer.script(FakeServer.ANY, "535 5.7.8 who?"));

        assertThat(nobody.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(nobody).hasMessage("The server refused the client certificate by EXTERNAL: 535 5.7.8 who?");
        assertThat(alice).hasMessage(
                "The server refused the client certificate for \u201calice\u201d by EXTERNAL: 535 5.7.8 who?");
    }

    @Test
    void meansNothingWithoutTls() {
        SmtpException failure = as("").withoutTls().failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("EXTERNAL is not safe without TLS");
    }

    @Test
    void refusesANulAndASecondChallenge() {
        assertThat(as("a\0b").failsAt(FakeServer.script())).hasMessageContaining("U+0000");
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 ", "*", "501 cancelled");
        assertThat(as("").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }
}
