// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;

class PlainTest {

    @Test
    void sendsUserAndPasswordAlongWithTheCommand() throws Exception {
        FakeServer server = FakeServer.script("AUTH PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm", "235 2.7.0 ok");

        String used = Attempt.password("AUTH PLAIN", "tim", "tanstaaftanstaaf").at(server);

        assertThat(used).isEqualTo("PLAIN");
        assertThat(server.shown).containsExactly("AUTH PLAIN \u2022\u2022\u2022", "235 2.7.0 ok");
    }

    @Test
    void sendsUtf8() throws Exception {
        FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0j\u00f6rg\0p\u00e4ss\u20ac\ud83d\ude00"),
                "235 ok");

        assertThat(Attempt.password("AUTH PLAIN", "j\u00f6rg", "p\u00e4ss\u20ac\ud83d\ude00").at(server))
                .isEqualTo("PLAIN");
    }

    @Test
    void waitsForTheServerWhenTheLineWouldBeTooLong() throws Exception {
        String password = "p".repeat(400);
        FakeServer server = FakeServer.script("AUTH PLAIN", "334 ", base64("\0alice\0" + password), "235 ok");

        assertThat(Attempt.password("AUTH PLAIN", "alice", password).at(server)).isEqualTo("PLAIN");
        assertThat(server.shown).containsExactly("AUTH PLAIN", "334 ", "\u2022\u2022\u2022", "235 ok");
    }

    @Test
    void fillsTheCommandLineUpToItsLimit() throws Exception {
        // 372 octets are 496 in base64, which with "AUTH PLAIN " and CRLF makes 509; one octet more makes 513.
        String fits = "p".repeat(365);
        FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0alice\0" + fits), "235 ok");
        assertThat(Attempt.password("AUTH PLAIN", "alice", fits).at(server)).isEqualTo("PLAIN");
        assertThat(server.heard.get(0)).hasSize(507);

        String tooLong = "p".repeat(366);
        server = FakeServer.script("AUTH PLAIN", "334", base64("\0alice\0" + tooLong), "235 ok");
        assertThat(Attempt.password("AUTH PLAIN", "alice", tooLong).at(server)).isEqualTo("PLAIN");
    }

    @Test
    void sendsThePasswordOnRequestWhenTheServerDoesNotTakeItAlong() throws Exception {
        for (String refusal : new String[] {"501 5.5.4 syntax: AUTH mechanism", "500 5.5.6 line too long"}) {
            FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0alice\0wonder land"), refusal,
                    "AUTH PLAIN", "334 ", base64("\0alice\0wonder land"), "235 ok");
            assertThat(Attempt.password("AUTH PLAIN").at(server)).isEqualTo("PLAIN");
        }
    }

    @Test
    void givesUpAfterBothWays() {
        FakeServer server = FakeServer.script(FakeServer.ANY, "501 5.5.4 no", "AUTH PLAIN", "501 5.5.4 still no");

        SmtpException failure = Attempt.password("AUTH PLAIN").failsAt(server);

        assertThat(failure).hasMessage(
                "The server refused to authenticate \u201calice\u201d by PLAIN: 501 5.5.4 still no");
    }

    @Test
    void refusesANulWithoutSendingAnything() {
        FakeServer server = FakeServer.script();

        SmtpException failure = Attempt.password("AUTH PLAIN", "alice", "won\0der").failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("PLAIN cannot be used").hasMessageContaining("NUL");
    }

    @Test
    void hasNothingToSayToASecondChallenge() {
        FakeServer server = FakeServer.script(FakeServer.ANY, "334 ", "*", "501 5.7.0 cancelled");

        SmtpException failure = Attempt.password("AUTH PLAIN").failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("asks on when everything has been said");
    }
}
