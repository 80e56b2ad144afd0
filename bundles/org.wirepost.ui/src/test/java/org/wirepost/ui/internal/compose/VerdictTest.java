// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.Timings;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

final class VerdictTest {

    private static Verdict verdict(Optional<DeliveryFailure> failure, Outcome... outcomes) {
        return new Verdict(new DeliveryReport("x", Optional.of("m@x"), 9, List.of(outcomes), failure, DryRun.NONE,
                List.of(), List.of(), Optional.empty(), Timings.NONE));
    }

    private static Outcome accepted(String who, String words) {
        return new Outcome.Accepted(who, Stage.RESULT, Optional.of(Reply.of(250, words)), "");
    }

    @Test
    void namesTheQueueIdOfCommonServers() {
        assertThat(verdict(Optional.empty(), accepted("A@x.org", "2.0.0 Ok: queued as 4XyZ")).status())
                .isEqualTo("250 accepted for 1 of 1 (4XyZ)");
        assertThat(verdict(Optional.empty(), accepted("a@x.org", "OK id=1abc-23")).status()).endsWith("(1abc-23)");
        assertThat(verdict(Optional.empty(), accepted("a@x.org", "fine")).status()).endsWith("(fine)");
        assertThat(verdict(Optional.empty(), accepted("A@x.org", "fine")).accepted()).containsExactly("a@x.org");
    }

    @Test
    void quotesTheServerForEachWhoDidNotGetIt() {
        Outcome refused = new Outcome.Refused("bo@x.org", Stage.RCPT,
                Optional.of(Reply.of(550, "5.1.1 No such", "5.1.1 user")), "refused");
        Verdict verdict = verdict(Optional.empty(), accepted("a@x.org", "fine"), refused);
        assertThat(verdict.isComplete()).isFalse();
        assertThat(verdict.isSent()).isTrue();
        assertThat(verdict.failure()).isEqualTo("250 accepted for 1 of 2 (fine)\n"
                + "bo@x.org: 550-5.1.1 No such 550 5.1.1 user");
    }

    @Test
    void explainsWhatNobodyKnows() {
        Outcome unknown = new Outcome.Unknown("bo@x.org", Stage.RESULT, Optional.empty(), "lost");
        Verdict verdict = verdict(Optional.empty(), unknown);
        assertThat(verdict.isSent()).isFalse();
        assertThat(verdict.failure()).startsWith("bo@x.org: lost\n").contains(Messages.unknownOutcome);
    }

    @Test
    void saysAFailureOnceWithTheReplyVerbatim() {
        DeliveryFailure failure = new DeliveryFailure.Session(org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED,
                Stage.AUTH, Optional.of(Reply.of(535, "5.7.8 no")), true, "The server refused the password.");
        assertThat(verdict(Optional.of(failure)).failure())
                .isEqualTo("The server refused the password.\n535 5.7.8 no");
    }

    @Test
    void saysOnceWhatTheSentenceQuotesAndEveryRecipientGot() {
        Reply reply = Reply.of(535, "5.7.8 no");
        DeliveryFailure failure = new DeliveryFailure.Session(org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED,
                Stage.AUTH, Optional.of(reply), true, "The server refused the password of \"me\": 535 5.7.8 no");
        Outcome refused = new Outcome.Refused("bo@x.org", Stage.AUTH, Optional.of(reply), "refused");
        assertThat(verdict(Optional.of(failure), refused).failure())
                .isEqualTo("The server refused the password of \"me\":\n535 5.7.8 no");
    }

    @Test
    void sizesAreWrittenForPeople() {
        assertThat(Octets.text(999)).isEqualTo("999 B");
        assertThat(Octets.text(412_300)).isEqualTo("412 kB");
        assertThat(Octets.text(25_000_000)).isEqualTo("25 MB");
        assertThat(Octets.text(999_800)).isEqualTo("1 MB");
    }
}
