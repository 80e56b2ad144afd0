// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

class OAuthTest {

    private static final String TOKEN = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";
    private static final String REASON = "{\"status\":\"invalid_token\",\"scope\":\"example_scope\","
            + "\"openid-configuration\":\"https://example.com/.well-known/openid-configuration\"}";
    private static final String WORDS = "the token is not valid, or no longer: status invalid_token,"
            + " needed scope example_scope, token from the issuer described at"
            + " https://example.com/.well-known/openid-configuration";

    private static String bearer(String user, String token) {
        return base64("n,a=" + user + ",\u0001host=mail.example\u0001port=587\u0001auth=Bearer " + token
                + "\u0001\u0001");
    }

    private static Attempt attempt(String mechanism) {
        return Attempt.token("AUTH " + mechanism, "user@example.com", TOKEN);
    }

    @Test
    void saysOauthbearerAsInTheExampleOfRfc7628() throws Exception {
        FakeServer server = FakeServer.script("AUTH OAUTHBEARER bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGU"
                + "uY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
                "235 ok");

        String used = new Authenticator().authenticate(server, Capabilities.of(Reply.of(250, "x", "AUTH OAUTHBEARER")),
                new Credentials.Token("user@example.com", Secret.of(TOKEN)), AuthSettings.DEFAULT, true,
                "server.example.com", 143);

        assertThat(used).isEqualTo("OAUTHBEARER");
        assertThat(server.shown).containsExactly("AUTH OAUTHBEARER \u2022\u2022\u2022", "235 ok");
    }

    @Test
    void leavesThePortOutWhenItIsNotKnown() throws Exception {
        FakeServer server = FakeServer.script("AUTH OAUTHBEARER "
                + base64("n,a=a=2Cb=3Dc,\u0001host=mail.example\u0001auth=Bearer tok\u0001\u0001"), "235 ok");

        new Authenticator().authenticate(server, Capabilities.of(Reply.of(250, "x", "AUTH OAUTHBEARER")),
                new Credentials.Token("a,b=c", Secret.of("tok")), AuthSettings.DEFAULT, true, "mail.example");

        server.verify();
    }

    @Test
    void saysXoauth2() throws Exception {
        FakeServer server = FakeServer.script("AUTH XOAUTH2 "
                + base64("user=user@example.com\u0001auth=Bearer " + TOKEN + "\u0001\u0001"), "235 ok");

        assertThat(attempt("XOAUTH2").at(server)).isEqualTo("XOAUTH2");
        assertThat(server.shown).containsExactly("AUTH XOAUTH2 \u2022\u2022\u2022", "235 ok");
    }

    @Test
    void waitsWithALongTokenUntilAsked() throws Exception {
        String token = "t".repeat(2000);
        FakeServer server = FakeServer.script("AUTH XOAUTH2", "334 ",
                base64("user=u\u0001auth=Bearer " + token + "\u0001\u0001"), "235 ok");

        assertThat(Attempt.token("AUTH XOAUTH2", "u", token).at(server)).isEqualTo("XOAUTH2");
    }

    @Test
    void decodesTheReasonOfOauthbearerAndAcknowledgesItWithOneOctet() {
        FakeServer server = FakeServer.script("AUTH OAUTHBEARER " + bearer("user@example.com", TOKEN),
                "334 " + base64(REASON), "AQ==", "535 5.7.1 authentication failed");

        SmtpException failure = attempt("OAUTHBEARER").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(failure).hasMessage("The server refused the access token of \u201cuser@example.com\u201d by"
                + " OAUTHBEARER (" + WORDS + "): 535 5.7.1 authentication failed");
        assertThat(server.shown).contains("AQ==");
    }

    @Test
    void decodesTheReasonOfXoauth2AndAcknowledgesItWithAnEmptyLine() {
        String reason = "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}";
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 " + base64(reason), "",
                "535-5.7.8 Username and Password not accepted.\n535 5.7.8 See the help");

        SmtpException failure = attempt("XOAUTH2").failsAt(server);

        assertThat(failure).hasMessage("The server refused the access token of \u201cuser@example.com\u201d by XOAUTH2"
                + " (the server cannot read the request: status 400, needed scope https://mail.google.com/, scheme"
                + " Bearer): 535-5.7.8 Username and Password not accepted. / 535 5.7.8 See the help");
    }

    @Test
    void doesNotBelieveASuccessBehindAReasonForRefusal() {
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 " + base64(REASON), "AQ==", "235 ok");

        assertThat(attempt("OAUTHBEARER").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void breaksOffWhenTheServerGoesOnAfterTheReason() {
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 " + base64(REASON), "", "334 " + base64(REASON), "*",
                "501 cancelled");

        assertThat(attempt("XOAUTH2").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void doesNotTryTheOtherMechanismWhenTheTokenIsRefused() {
        FakeServer server = FakeServer.script("AUTH OAUTHBEARER " + bearer("user@example.com", TOKEN), "535 5.7.8 no");

        assertThat(attempt("XOAUTH2 OAUTHBEARER").failsAt(server).kind()).isEqualTo(AUTH_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok\n", "Bearer tok", "t\u00f6k", " tok", "tok\u0001auth=x", "tok\0"})
    void refusesATokenThatNoTokenCanBe(String token) {
        SmtpException failure = Attempt.token("AUTH XOAUTH2 OAUTHBEARER", "u", token).failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("the access token has a blank, a line end");
    }

    @Test
    void refusesControlCharactersInTheUserName() {
        SmtpException failure = Attempt.token("AUTH XOAUTH2 OAUTHBEARER", "u\u0001x", "tok")
                .failsAt(FakeServer.script());

        assertThat(failure).hasMessageContaining("The user name has the control character");
    }

    @Test
    void refusesATokenThatIsLongerThanSmtpAllows() {
        SmtpException failure = Attempt.token("AUTH XOAUTH2", "u", "t".repeat(9300)).failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("octets in base64, and SMTP allows 12288");
    }
}
