// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_TEMPORARY;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;
import static org.wirepost.smtp.SmtpException.Kind.DISCONNECTED;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Stage;

class RefusalTest {

    private static SmtpException plain(String reply) {
        return Attempt.password("AUTH PLAIN LOGIN").failsAt(FakeServer.script(FakeServer.ANY, reply));
    }

    @Test
    void neverTriesAgainWhenTheUserIsRefused() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 " + base64("<1@x>"), FakeServer.ANY,
                "535 5.7.8 Authentication credentials invalid");

        SmtpException failure = Attempt.password("AUTH LOGIN PLAIN CRAM-MD5").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(failure.stage()).isEqualTo(Stage.AUTH);
        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure).hasMessage("The server refused the user name or password of \u201calice\u201d by CRAM-MD5:"
                + " 535 5.7.8 Authentication credentials invalid");
        assertThat(failure.reply().orElseThrow().code()).isEqualTo(535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"504 5.5.4 unrecognized", "534 5.7.9 too weak"})
    void takesTheNextMechanismWhenOneIsTurnedDown(String reply) throws Exception {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", reply, "AUTH PLAIN " + base64("\0alice\0wonder land"),
                "235 2.7.0 ok");

        assertThat(Attempt.password("AUTH LOGIN PLAIN CRAM-MD5").at(server)).isEqualTo("PLAIN");
    }

    @Test
    void takesTheNextMechanismAlsoInTheMidstOfOne() throws Exception {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 " + base64("<1@x>"), FakeServer.ANY,
                "534 5.7.9 too weak", FakeServer.ANY, "235 2.7.0 ok");

        assertThat(Attempt.password("AUTH PLAIN CRAM-MD5").at(server)).isEqualTo("PLAIN");
    }

    @Test
    void keepsTheMostTellingWordsWhenAllAreTurnedDown() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "504 5.5.4 unknown", FakeServer.ANY,
                "534 5.7.9 Application-specific password required", "AUTH LOGIN", "504 5.5.4 unknown");

        SmtpException failure = Attempt.password("AUTH LOGIN PLAIN CRAM-MD5").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(failure).hasMessage("The server does not let \u201calice\u201d in by PLAIN:"
                + " 534 5.7.9 Application-specific password required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 4.7.0 Temporary authentication failure", "451 4.3.0 busy", "450 4.7.1 later"})
    void takesFourHundredsAsTemporary(String reply) {
        SmtpException failure = plain(reply);

        assertThat(failure.kind()).isEqualTo(AUTH_TEMPORARY);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure).hasMessage(
                "The server cannot check \u201calice\u201d by PLAIN just now; try again later: " + reply);
    }

    @Test
    void saysThatAPasswordTransitionIsNeeded() {
        SmtpException failure = Attempt.password("AUTH CRAM-MD5").failsAt(
                FakeServer.script("AUTH CRAM-MD5", "432 4.7.12 A password transition is needed"));

        assertThat(failure.kind()).isEqualTo(AUTH_TEMPORARY);
        assertThat(failure).hasMessageStartingWith(
                "The server has to see the password of \u201calice\u201d once by PLAIN before CRAM-MD5 works: 432");
    }

    @Test
    void takes421AsTheEndOfTheSession() {
        SmtpException failure = plain("421 4.7.0 Too many errors, closing");

        assertThat(failure.kind()).isEqualTo(DISCONNECTED);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure).hasMessageContaining("ended the session during PLAIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"538 5.7.11 Encryption required", "530 5.7.0 Must issue a STARTTLS command first"})
    void saysThatTheServerWantsTls(String reply) {
        SmtpException without = Attempt.password("AUTH PLAIN").withoutTls().clearTextAllowed()
                .failsAt(FakeServer.script(FakeServer.ANY, reply));

        assertThat(without.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(without).hasMessage("The server wants TLS before PLAIN: " + reply);
        assertThat(plain(reply))
                .hasMessageStartingWith("The server wants more encryption for PLAIN than there is here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 5.5.1 Already authenticated", "502 5.5.1 no", "550 5.7.1 tenant policy",
        "554 5.7.0 no"})
    void takesAnyOtherFiveHundredAsARefusal(String reply) {
        SmtpException failure = plain(reply);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(failure).hasMessage("The server refused to authenticate \u201calice\u201d by PLAIN: " + reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 2.0.0 ok", "354 go ahead", "220 hello", "199 what", "600 what"})
    void takesAnythingElseAsABrokenProtocol(String reply) {
        assertThat(plain(reply).kind()).isEqualTo(PROTOCOL);
    }
}
