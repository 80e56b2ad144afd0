// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Credentials;

class ChoiceTest {

    /** Turns down every mechanism, and so learns in which order they are tried. */
    private static List<String> order(Attempt attempt) {
        List<String> tried = new ArrayList<>();
        FakeServer server = new FakeServer(line -> {
            tried.add(line.split(" ")[1]);
            return "504 5.5.4 not that one";
        });
        assertThat(attempt.failsAt(server).kind()).isEqualTo(AUTH_UNAVAILABLE);
        return tried;
    }

    @Test
    void takesTheSafestFirst() {
        String all = "AUTH LOGIN PLAIN XOAUTH2 CRAM-MD5 SCRAM-SHA-1 GSSAPI SCRAM-SHA-256 EXTERNAL";
        assertThat(order(Attempt.password(all)))
                .containsExactly("SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN");
        assertThat(order(Attempt.token("AUTH LOGIN PLAIN XOAUTH2 OAUTHBEARER EXTERNAL", "u", "t")))
                .containsExactly("OAUTHBEARER", "XOAUTH2");
        assertThat(order(Attempt.of("AUTH LOGIN EXTERNAL XOAUTH2", new Credentials.External(""))))
                .containsExactly("EXTERNAL");
    }

    @Test
    void takesOnlyWhatIsOffered() {
        assertThat(order(Attempt.password("AUTH login"))).containsExactly("LOGIN");
        assertThat(order(Attempt.password("AUTH=PLAIN LOGIN"))).containsExactly("PLAIN", "LOGIN");
    }

    @Test
    void isNotMisledByNamesThatContainAnother() {
        SmtpException failure = Attempt.password("AUTH PLAIN-CLIENTTOKEN XLOGIN").failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessage("None of the mechanisms that the server offers can be used: PLAIN-CLIENTTOKEN is"
                + " not known here; XLOGIN is not known here");
    }

    @Test
    void sendsNoPasswordWithoutTls() {
        SmtpException failure = Attempt.password("AUTH PLAIN LOGIN").withoutTls().failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessage("None of the mechanisms that the server offers can be used: PLAIN is not safe"
                + " without TLS; LOGIN is not safe without TLS");
        assertThat(Attempt.token("AUTH OAUTHBEARER XOAUTH2", "u", "t").withoutTls().failsAt(FakeServer.script()).kind())
                .isEqualTo(AUTH_UNAVAILABLE);
        assertThat(Attempt.password("AUTH PLAIN").withoutTls().forced("PLAIN").failsAt(FakeServer.script()))
                .hasMessage("The mechanism cannot be used: PLAIN is not safe without TLS");
    }

    @Test
    void usesChallengesWithoutTls() {
        assertThat(order(Attempt.password("AUTH PLAIN CRAM-MD5 SCRAM-SHA-256 SCRAM-SHA-1").withoutTls()))
                .containsExactly("SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5");
    }

    @Test
    void sendsAPasswordWithoutTlsOnlyWhenAllowedAndWarns() throws Exception {
        FakeServer server = FakeServer.script(FakeServer.ANY, "235 ok");

        assertThat(Attempt.password("AUTH PLAIN").withoutTls().clearTextAllowed().at(server)).isEqualTo("PLAIN");
        assertThat(server.warnings).singleElement().asString().startsWith("auth-clear-text: PLAIN is used without TLS");
    }

    @Test
    void saysWhatCredentialsAreMissing() {
        SmtpException failure = Attempt.password("AUTH XOAUTH2 EXTERNAL").failsAt(FakeServer.script());

        assertThat(failure).hasMessage("None of the mechanisms that the server offers can be used: XOAUTH2 needs an"
                + " access token; EXTERNAL needs a client certificate");
        assertThat(Attempt.token("AUTH PLAIN", "u", "t").failsAt(FakeServer.script()))
                .hasMessageEndingWith("PLAIN needs a password");
    }

    @Test
    void usesTheMechanismAskedFor() throws Exception {
        FakeServer server = FakeServer.script("AUTH LOGIN", "334 ", FakeServer.ANY, "334 ", FakeServer.ANY, "235 ok");

        assertThat(Attempt.password("AUTH SCRAM-SHA-256 PLAIN LOGIN").forced(" login ").at(server)).isEqualTo("LOGIN");
    }

    @Test
    void saysWhatIsOfferedInsteadOfTheMechanismAskedFor() {
        SmtpException failure = Attempt.password("AUTH PLAIN LOGIN").forced("cram-md5").failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessage("The server does not offer the mechanism CRAM-MD5; it offers PLAIN, LOGIN");
    }

    @Test
    void doesNotTryAnotherThanTheMechanismAskedFor() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "504 5.5.4 no");

        SmtpException failure = Attempt.password("AUTH PLAIN CRAM-MD5").forced("CRAM-MD5").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure)
                .hasMessage("The server does not know CRAM-MD5 although it may have offered it: 504 5.5.4 no");
    }

    @Test
    void saysThatTheMechanismAskedForIsNotKnownOrDoesNotFit() {
        assertThat(Attempt.password("AUTH GSSAPI").forced("GSSAPI").failsAt(FakeServer.script()))
                .hasMessage("The mechanism cannot be used: GSSAPI is not known here");
        assertThat(Attempt.password("AUTH XOAUTH2").forced("XOAUTH2").failsAt(FakeServer.script()))
                .hasMessage("The mechanism cannot be used: XOAUTH2 needs an access token");
    }

    @Test
    void failsWhenThereIsNoAuthentication() {
        SmtpException withTls = Attempt.password("SIZE").failsAt(FakeServer.script());
        SmtpException without = Attempt.password("SIZE").withoutTls().failsAt(FakeServer.script());
        SmtpException empty = Attempt.password("AUTH").failsAt(FakeServer.script());

        assertThat(withTls.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(withTls.isPermanent()).isTrue();
        assertThat(withTls).hasMessage("The server offers no authentication (no AUTH in its answer to EHLO); without it"
                + " nothing is sent in the name of \u201calice\u201d");
        assertThat(without).hasMessageEndingWith("most servers offer it only when the connection has TLS");
        assertThat(empty).hasMessage("The server offers authentication but no mechanism for it");
    }

    @Test
    void takesNoNameThatIsNoneIntoACommandOrASentence() {
        SmtpException failure = Attempt.password("AUTH \u202eNIALP P\u00d6LAIN " + "X".repeat(21) + " \u001b[31m")
                .failsAt(FakeServer.script());

        assertThat(failure).hasMessage("The server offers authentication but no mechanism for it");
    }

    @Test
    void keepsItsSentenceShortWhenTheServerOffersTooMuch() {
        StringBuilder many = new StringBuilder("AUTH");
        for (int i = 0; i < 5000; i++) {
            many.append(" M").append(i);
        }
        assertThat(Attempt.password(many.toString()).failsAt(FakeServer.script()).getMessage()).hasSizeLessThan(1500);
    }

    @Test
    void needsAUserName() {
        SmtpException failure = Attempt.password("AUTH PLAIN", "", "secret").failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessage("There is no user name to authenticate with");
    }
}
