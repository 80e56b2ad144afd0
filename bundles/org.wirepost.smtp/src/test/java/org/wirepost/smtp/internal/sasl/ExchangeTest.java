// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.DISCONNECTED;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Credentials;

class ExchangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"334 not base64!", "334 QUJD\n334 QUJD", "334 A", "334 QUJD====", "334 \u00e4"})
    void breaksOffWhenTheChallengeIsNotBase64(String challenge) {
        for (String offered : List.of("AUTH LOGIN", "AUTH CRAM-MD5")) {
            FakeServer server = FakeServer.script(FakeServer.ANY, challenge, "*", "501 5.7.0 cancelled");

            SmtpException failure = Attempt.password(offered).failsAt(server);

            assertThat(failure.kind()).isEqualTo(PROTOCOL);
            assertThat(failure).hasMessageContaining("was broken off: the server's challenge")
                    .hasMessageContaining("334");
            assertThat(failure.reply().orElseThrow().code()).isEqualTo(334);
        }
    }

    @Test
    void doesNotSendAPasswordToAServerThatAsksInGarbage() {
        FakeServer server = FakeServer.script("AUTH PLAIN", "334 go ahead", "*", "501 5.7.0 cancelled");

        assertThat(Attempt.password("AUTH PLAIN", "alice", "p".repeat(500)).failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void takesBlanksAroundAChallengeAndAMissingPadding() throws Exception {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334  " + base64("<12@x>").replace("=", "") + "  ",
                FakeServer.ANY, "235 ok");

        assertThat(Attempt.password("AUTH CRAM-MD5").at(server)).isEqualTo("CRAM-MD5");
    }

    @Test
    void tellsWhatWentWrongEvenWhenTheAbortFails() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 !", "*", FakeServer.BREAK);

        SmtpException failure = Attempt.password("AUTH CRAM-MD5").failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(SmtpException.class);
    }

    @Test
    void doesNotBelieveASuccessInAnswerToTheAbort() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 !", "*", "235 2.7.0 welcome");

        assertThat(Attempt.password("AUTH CRAM-MD5").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void passesOnThatTheConnectionBroke() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 " + base64("<1@x>"), FakeServer.ANY,
                FakeServer.BREAK);

        assertThat(Attempt.password("AUTH PLAIN CRAM-MD5").failsAt(server).kind()).isEqualTo(DISCONNECTED);
    }

    @Test
    void survivesAnyServer() {
        Random random = new Random(42);
        List<Supplier<Credentials>> kinds = List.of(() -> Attempt.password("").credentials(),
                () -> Attempt.token("", "u", "tok").credentials(), () -> new Credentials.External(""));
        for (int i = 0; i < 1500; i++) {
            Attempt attempt = Attempt.of(
                    "AUTH SCRAM-SHA-256 SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN XOAUTH2 OAUTHBEARER EXTERNAL",
                    kinds.get(i % kinds.size()).get());
            FakeServer server = new FakeServer(line -> randomReply(random));
            try {
                attempt.at(server);
            } catch (SmtpException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            assertThat(server.heard).hasSizeLessThan(40);
            server.verify();
        }
    }

    private static String randomReply(Random random) {
        String[] codes = {"334", "334", "334", "334", "504", "534", "501", "535", "235", "421", "250"};
        String code = codes[random.nextInt(codes.length)];
        String[] texts = {"", "=", "e=x", "v=x", "r=clientnonceX,s=QUJD,i=4096", "m=", "{\"status\":\"401\"}", ",,,",
            "\0\u00ff"};
        String text = texts[random.nextInt(texts.length)];
        return code + " " + (random.nextInt(8) == 0 ? text : base64(text));
    }
}
