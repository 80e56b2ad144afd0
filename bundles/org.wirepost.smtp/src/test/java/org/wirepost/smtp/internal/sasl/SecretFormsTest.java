// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Reply;

class SecretFormsTest {

    private static final String MARK = "\u2022\u2022\u2022";

    private static SecretForms of(String secret) {
        return new SecretForms(new Credentials.Password("alice", Secret.of(secret)));
    }

    @Test
    void findsTheSecretWhereverItStandsInBase64() {
        SecretForms forms = of("wonderland");
        for (String before : List.of("", "x", "xy", "xyz", "xyzz")) {
            for (String after : List.of("", "a", "ab", "abc")) {
                assertThat(forms.without(base64(before + "wonderland" + after))).contains(MARK);
            }
        }
    }

    @Test
    void findsItRawAndInUrls() {
        assertThat(of("a b&c").without("x a b&c y a+b%26c z")).isEqualTo("x " + MARK + " y " + MARK + " z");
    }

    @Test
    void leavesTheRestAlone() {
        Reply reply = Reply.of(535, "5.7.8 no", "go away");
        assertThat(of("wonderland").without(reply)).isSameAs(reply);
        assertThat(of("wonderland").without(Reply.of(535, "5.7.8 not wonderland", "go away")))
                .isEqualTo(Reply.of(535, "5.7.8 not " + MARK, "go away"));
    }

    @Test
    void doesNotSpellOutAShortSecretByItsGaps() {
        assertThat(of("e").without("refused")).isEqualTo("refused");
    }

    @Test
    void leavesNoGapsInOurOwnSentences() {
        SmtpException failure = Attempt.password("AUTH PLAIN", "alice", "password")
                .failsAt(FakeServer.script(FakeServer.ANY, "535 5.7.8 wrong password"));

        assertThat(failure).hasMessage("The server refused the user name or password of \u201calice\u201d by PLAIN:"
                + " 535 5.7.8 wrong " + MARK);
    }

    @Test
    void hasNothingToHideWithoutASecret() {
        assertThat(new SecretForms(new Credentials.External("alice")).without("alice")).isEqualTo("alice");
    }
}
