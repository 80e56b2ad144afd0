// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;

class CramMd5Test {

    @Test
    void answersTheExampleOfRfc2195() throws Exception {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5",
                "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+",
                "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw", "235 ok");

        String used = Attempt.password("AUTH CRAM-MD5", "tim", "tanstaaftanstaaf").at(server);

        assertThat(used).isEqualTo("CRAM-MD5");
        assertThat(server.lines.get(1).shown()).isEqualTo("\u2022\u2022\u2022");
    }

    @Test
    void hidesTheDigestWhenTheServerRepeatsIt() {
        String digest = "b913a602c7eda7a495b4e6e7334d3890";
        FakeServer server = FakeServer.script("AUTH CRAM-MD5",
                "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+", FakeServer.ANY,
                "535 5.7.8 not " + digest);

        SmtpException failure = Attempt.password("AUTH CRAM-MD5", "tim", "tanstaaftanstaaf").failsAt(server);

        assertThat(server.shown).noneMatch(line -> line.contains(digest));
        assertThat(failure.getMessage()).doesNotContain(digest).contains("\u201ctim\u201d");
        assertThat(failure.reply().orElseThrow().text()).doesNotContain(digest);
    }

    @Test
    void doesNotAnswerAnEmptyChallenge() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 ", "*", "501 5.7.0 cancelled");

        SmtpException failure = Attempt.password("AUTH CRAM-MD5").failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("challenge is empty");
    }

    @Test
    void doesNotAnswerASecondChallenge() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "334 " + base64("<1@x>"), FakeServer.ANY,
                "334 " + base64("<2@x>"), "*", "501 5.7.0 cancelled");

        assertThat(Attempt.password("AUTH CRAM-MD5").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }

    @Test
    void doesNotBelieveASuccessWithoutAChallenge() {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "235 2.7.0 welcome");

        assertThat(Attempt.password("AUTH CRAM-MD5").failsAt(server).kind()).isEqualTo(PROTOCOL);
    }
}
