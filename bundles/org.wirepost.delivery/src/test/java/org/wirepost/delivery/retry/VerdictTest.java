// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class VerdictTest {

    private static Outcome deferred(Stage stage, Optional<Reply> reply) {
        return new Outcome.Deferred("bob@example.org", stage, reply, "why");
    }

    private static Verdict ofReply(int code, String text) {
        Stage stage = Stage.RCPT;
        Reply reply = Reply.of(code, text);
        return Verdict.of(code / 100 == 5 ? new Outcome.Refused("b@example.org", stage, Optional.of(reply), "")
                : deferred(stage, Optional.of(reply)), Optional.empty());
    }

    private static Verdict ofFailure(Kind kind, Stage stage, Optional<Reply> reply) {
        DeliveryFailure failure = new DeliveryFailure.Session(kind, stage, reply, false, "why");
        return Verdict.of(deferred(stage, reply), Optional.of(failure));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "450|4.2.0 Greylisted, see http://example.org|GREYLISTED",
        "450|4.7.1 Client host rejected|GREYLISTED",
        "451|4.7.1 Please try again later|GREYLISTED",
        "451|Graylisting in action|GREYLISTED",
        "450|4.2.2 Mailbox busy|LATER",
        "452|4.2.2 Mailbox full|LATER",
        "452|4.5.3 Too many recipients|SPLIT",
        "452|Too many recipients|SPLIT",
        "450|4.7.0 Too many messages from you|TOO_MANY",
        "421|4.7.0 Too many connections|TOO_MANY",
        "421|4.7.28 Our system has detected an unusual rate of mail|TOO_MANY",
        "450|4.7.1 Error: rate limit exceeded, slow down|TOO_MANY",
        "421|4.3.2 Shutting down|SERVER_LATER",
        "451|4.3.0 Local error|LATER",
        "550|5.1.1 No such user|REFUSED",
        "554|5.7.1 Relay access denied|REFUSED",
        "530|5.7.0 For this recipient, authenticate|REFUSED"})
    void judgesWhatTheServerSaysOfARecipient(int code, String text, Verdict expected) {
        assertThat(ofReply(code, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"530", "534", "535", "538"})
    void holdsTheAccountWhereMailIsRefusedForWantOfALogin(int code) {
        Outcome refused = new Outcome.Refused("b@example.org", Stage.MAIL, Optional.of(Reply.of(code, "no")), "");
        assertThat(Verdict.of(refused, Optional.empty())).isEqualTo(Verdict.LOGIN);
    }

    @Test
    void knowsWhatIsSettled() {
        Optional<Reply> fine = Optional.of(Reply.of(250, "2.0.0 Queued"));
        assertThat(Verdict.of(new Outcome.Accepted("b@example.org", Stage.RESULT, fine, ""), Optional.empty()))
                .isEqualTo(Verdict.SENT);
        assertThat(Verdict.of(new Outcome.Unknown("b@example.org", Stage.RESULT, Optional.empty(), ""),
                Optional.of(new DeliveryFailure.Session(Kind.DISCONNECTED, Stage.RESULT, Optional.empty(), false, ""))))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"AUTH_REFUSED,AUTH,LOGIN", "AUTH_UNAVAILABLE,AUTH,LOGIN", "AUTH_TEMPORARY,AUTH,SERVER_LATER",
        "CERTIFICATE,TLS,TRUST", "TLS_HANDSHAKE,TLS,TRUST", "TLS_UNAVAILABLE,STARTTLS,TRUST",
        "HOST_NOT_FOUND,RESOLVE,SERVER_LATER", "CONNECT,CONNECT,SERVER_LATER", "TIMEOUT,GREETING,SERVER_LATER",
        "PROTOCOL,EHLO,SERVER_LATER", "DISCONNECTED,AUTH,SERVER_LATER", "DISCONNECTED,MAIL,LATER",
        "TIMEOUT,DATA,LATER", "CANCELLED,DATA,UNTRIED", "CONTENT,DATA,MESSAGE", "UNSUPPORTED,MAIL,MESSAGE"})
    void judgesFailuresOfTheSession(Kind kind, Stage stage, Verdict expected) {
        assertThat(ofFailure(kind, stage, Optional.empty())).isEqualTo(expected);
    }

    @Test
    void defersTheAccountWhereStarttlsOrTheGreetingIsRefusedForNow() {
        assertThat(ofFailure(Kind.TLS_UNAVAILABLE, Stage.STARTTLS, Optional.of(Reply.of(454, "4.7.0 not now"))))
                .isEqualTo(Verdict.SERVER_LATER);
        assertThat(ofFailure(Kind.REPLY, Stage.GREETING, Optional.of(Reply.of(450, "busy"))))
                .isEqualTo(Verdict.SERVER_LATER);
        assertThat(ofFailure(Kind.AUTH_TEMPORARY, Stage.AUTH, Optional.of(Reply.of(454,
                "4.7.0 Too many login attempts, please try again later.")))).isEqualTo(Verdict.TOO_MANY);
        assertThat(ofFailure(Kind.REPLY, Stage.MAIL, Optional.of(Reply.of(421, "4.3.2 bye"))))
                .isEqualTo(Verdict.SERVER_LATER);
    }

    @Test
    void asksAPersonWhereTheMessageItselfIsWrong() {
        assertThat(Verdict.of(deferred(Stage.MAIL, Optional.empty()), Optional.of(
                new DeliveryFailure.Defect("a bug", new IllegalStateException())))).isEqualTo(Verdict.MESSAGE);
        assertThat(Verdict.of(deferred(Stage.MAIL, Optional.empty()), Optional.of(
                new DeliveryFailure.ContentChanged("a.eml", "changed")))).isEqualTo(Verdict.MESSAGE);
        assertThat(Verdict.of(deferred(Stage.MAIL, Optional.empty()), Optional.of(
                new DeliveryFailure.Cancelled("cancelled")))).isEqualTo(Verdict.UNTRIED);
        assertThat(Verdict.of(deferred(Stage.MAIL, Optional.empty()), Optional.of(
                new DeliveryFailure.Configuration("no secret")))).isEqualTo(Verdict.LOGIN);
    }

    @ParameterizedTest
    @EnumSource
    void neverBothRetriesAndHolds(Verdict verdict) {
        assertThat(verdict.isRetried() && verdict.isHeld()).isFalse();
    }

    @Test
    void somethingWaitsForAPersonOrIsTriedAgainButNotBoth() {
        assertThat(Verdict.values()).filteredOn(Verdict::isHeld)
                .containsExactly(Verdict.UNKNOWN, Verdict.LOGIN, Verdict.TRUST, Verdict.MESSAGE)
                .noneMatch(Verdict::isRetried);
    }
}
