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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

class ScramTest {

    private static final String RFC5802_FIRST = "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL";
    private static final String RFC5802_CHALLENGE =
            "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";
    private static final String RFC5802_FINAL =
            "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=";
    private static final String RFC5802_SIGNATURE = "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=";

    private static Attempt rfc5802() {
        return Attempt.password("AUTH SCRAM-SHA-1", "user", "pencil").withNonce("fyko+d2lbbFgONRv9qkxdawL");
    }

    private static FakeServer rfc5802(String challenge, String... rest) {
        String[] script = new String[rest.length + 2];
        script[0] = "AUTH SCRAM-SHA-1 " + base64(RFC5802_FIRST);
        script[1] = "334 " + base64(challenge);
        System.arraycopy(rest, 0, script, 2, rest.length);
        return FakeServer.script(script);
    }

    @Test
    void holdsTheDialogueOfRfc5802() throws Exception {
        FakeServer server = rfc5802(RFC5802_CHALLENGE, base64(RFC5802_FINAL), "334 " + base64(RFC5802_SIGNATURE), "",
                "235 2.7.0 ok");

        assertThat(rfc5802().at(server)).isEqualTo("SCRAM-SHA-1");
    }

    @Test
    void holdsTheDialogueOfRfc7677() throws Exception {
        FakeServer server = FakeServer.script(
                "AUTH SCRAM-SHA-256 " + base64("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"),
                "334 " + base64("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"),
                base64("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="),
                "334 " + base64("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="), "", "235 2.7.0 ok");

        String used = Attempt.password("AUTH SCRAM-SHA-256", "user", "pencil").withNonce("rOprNGfwEbeRWgbNEkqO")
                .at(server);

        assertThat(used).isEqualTo("SCRAM-SHA-256");
    }

    @Test
    void showsWhatIsPublicAndHidesWhatCouldBeGuessedFrom() throws Exception {
        FakeServer server = rfc5802(RFC5802_CHALLENGE, base64(RFC5802_FINAL), "334 " + base64(RFC5802_SIGNATURE), "",
                "235 2.7.0 ok");

        rfc5802().at(server);

        assertThat(server.shown).containsExactly("AUTH SCRAM-SHA-1 " + base64(RFC5802_FIRST),
                "334 " + base64(RFC5802_CHALLENGE), "\u2022\u2022\u2022", "334 \u2022\u2022\u2022", "", "235 2.7.0 ok");
    }

    @ParameterizedTest
    @CsvSource({"SHA-1", "SHA-256"})
    void agreesWithAServerOfItsOwnArithmetic(String hash) throws Exception {
        ScramServer scram = new ScramServer(hash, "p\u00e4ss IX");
        FakeServer server = new FakeServer(scram);

        String used = Attempt.password("AUTH SCRAM-" + hash, "a,b=c", "p\u00e4s\u00ads\u00a0\u2168").at(server);

        assertThat(used).isEqualTo("SCRAM-" + hash);
        assertThat(scram.user).isEqualTo("a=2Cb=3Dc");
    }

    @Test
    void bringsTheFirstMessageWhenAskedForItIfTheServerDoesNotTakeItAlong() throws Exception {
        FakeServer server = FakeServer.script("AUTH SCRAM-SHA-1 " + base64(RFC5802_FIRST), "501 no argument please",
                "AUTH SCRAM-SHA-1", "334 ", base64(RFC5802_FIRST), "334 " + base64(RFC5802_CHALLENGE),
                base64(RFC5802_FINAL), "334 " + base64(RFC5802_SIGNATURE), "", "235 ok");

        assertThat(rfc5802().at(server)).isEqualTo("SCRAM-SHA-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "r=fyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096 | does not continue ours",
        "r=otherclientnonceXXXXXXXXX,s=QSXCR+Q6sek8bf92,i=4096 | does not continue ours",
        "r=fyko+d2lbbFgONRv9qkxdawLx y,s=QSXCR+Q6sek8bf92,i=4096 | does not continue ours",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=,i=4096 | gives no salt",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=*!*,i=4096 | salt is not base64",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,i=4096,s=QSXCR+Q6sek8bf92 | gives no salt",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92 | incomplete",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i= | gives no iteration count",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i=4095 | not within 4096 and 1000000",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i=1000001 | not within 4096 and 1000000",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i=99999999999999 | not within 4096 and 1000000",
        "r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i=-1 | not within 4096 and 1000000",
        "m=x,r=fyko+d2lbbFgONRv9qkxdawLxy,s=QSXCR+Q6sek8bf92,i=4096 | extension",
        "s=QSXCR+Q6sek8bf92,i=4096,r=fyko+d2lbbFgONRv9qkxdawLxy | gives no nonce",
        "nonsense | incomplete"})
    void breaksOffWhenTheChallengeDoesNotHold(String challenge, String reason) {
        FakeServer server = rfc5802(challenge, "*", "501 5.7.0 cancelled");

        SmtpException failure = rfc5802().failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("SCRAM-SHA-1 was broken off").hasMessageContaining(reason);
    }

    @Test
    void takesTheFewestAndOtherIterationsAndIgnoresLaterExtensions() throws Exception {
        ScramServer scram = new ScramServer("SHA-256", "wonder land");
        scram.iterations = "10000";
        assertThat(Attempt.password("AUTH SCRAM-SHA-256").at(new FakeServer(scram))).isEqualTo("SCRAM-SHA-256");

        FakeServer server = rfc5802(RFC5802_CHALLENGE + ",x=later", FakeServer.ANY, "535 5.7.8 no");
        assertThat(rfc5802().failsAt(server).kind()).isEqualTo(AUTH_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "v=", "", "x", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ"})
    void doesNotAcceptAServerThatCannotProveItKnowsThePassword(String signature) {
        FakeServer server = rfc5802(RFC5802_CHALLENGE, FakeServer.ANY, "334 " + base64(signature), "*",
                "235 2.7.0 never mind");

        SmtpException failure = rfc5802().failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("does not prove that it knows the password");
    }

    @Test
    void doesNotAcceptSuccessWithoutAnyProof() {
        SmtpException atOnce = rfc5802().failsAt(
                FakeServer.script("AUTH SCRAM-SHA-1 " + base64(RFC5802_FIRST), "235 2.7.0 welcome"));
        SmtpException late = rfc5802().failsAt(rfc5802(RFC5802_CHALLENGE, FakeServer.ANY, "235 2.7.0 welcome"));

        assertThat(atOnce.kind()).isEqualTo(PROTOCOL);
        assertThat(late.kind()).isEqualTo(PROTOCOL);
        assertThat(late).hasMessageContaining("has not checked anything");
    }

    @Test
    void saysWhyTheServerRefuses() {
        FakeServer server = rfc5802(RFC5802_CHALLENGE, FakeServer.ANY, "334 " + base64("e=invalid-proof"), "",
                "535 5.7.8 authentication failed");

        SmtpException failure = rfc5802().failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(failure).hasMessage("The server refused the user name or password of \u201cuser\u201d by SCRAM-SHA-1"
                + " (e=invalid-proof): 535 5.7.8 authentication failed");
    }

    @Test
    void doesNotBelieveASuccessBehindAnError() {
        FakeServer server = rfc5802(RFC5802_CHALLENGE, FakeServer.ANY, "334 " + base64("e=other-error"), "", "235 ok");

        assertThat(rfc5802().failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void doesNotFallBackToAWeakerMechanismWhenTheServerIsNotGenuine() {
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 " + base64("r=wrong,s=QSXCR+Q6sek8bf92,i=4096"), "*",
                "501 cancelled");

        SmtpException failure = Attempt.password("AUTH SCRAM-SHA-256 CRAM-MD5 PLAIN LOGIN").failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void leavesAPasswordThatItCannotPrepareToTheNextMechanism() throws Exception {
        FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0alice\0tab\ttab"), "235 ok");

        assertThat(Attempt.password("AUTH PLAIN SCRAM-SHA-256", "alice", "tab\ttab").at(server)).isEqualTo("PLAIN");
        assertThat(server.warnings).singleElement().asString().contains("SCRAM-SHA-256 cannot be used")
                .doesNotContain("tab");
    }

    @Test
    void saysSoWhenNoOtherMechanismIsLeft() {
        SmtpException failure = Attempt.password("AUTH SCRAM-SHA-1 SCRAM-SHA-256", "alice", "tab\ttab")
                .failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("SCRAM-SHA-256 cannot be used: the password has a character")
                .hasMessageContaining("; SCRAM-SHA-1 cannot be used");
    }

    @Test
    void makesAnotherNonceForEachExchange() throws Exception {
        FakeServer one = new FakeServer(new ScramServer("SHA-256", "wonder land"));
        FakeServer two = new FakeServer(new ScramServer("SHA-256", "wonder land"));
        for (FakeServer server : new FakeServer[] {one, two}) {
            Attempt attempt = Attempt.password("AUTH SCRAM-SHA-256");
            new Authenticator().authenticate(server, Capabilities.of(Reply.of(250, "x", attempt.offered())),
                    attempt.credentials(), attempt.settings(), true, "mail.example");
        }
        assertThat(one.heard.get(0)).isNotEqualTo(two.heard.get(0));
    }
}
