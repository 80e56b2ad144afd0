// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class ExitCodeTest {

    private static final Outcome ACCEPTED = new Outcome.Accepted("a@x.org", Stage.RESULT, reply(250), "");
    private static final Outcome REFUSED = new Outcome.Refused("b@x.org", Stage.RCPT, reply(550), "");
    private static final Outcome REFUSED_AT_THE_END = new Outcome.Refused("b@x.org", Stage.RESULT, reply(554), "");
    private static final Outcome DEFERRED = new Outcome.Deferred("c@x.org", Stage.RCPT, reply(450), "");
    private static final Outcome UNKNOWN = new Outcome.Unknown("d@x.org", Stage.RESULT, Optional.empty(), "");

    @ParameterizedTest
    @CsvSource({"OK,0", "USAGE,64", "DATAERR,65", "NOINPUT,66", "NOUSER,67", "NOHOST,68", "UNAVAILABLE,69",
            "SOFTWARE,70", "CANTCREAT,73", "IOERR,74", "TEMPFAIL,75", "PROTOCOL,76", "NOPERM,77", "CONFIG,78"})
    void hasTheNumbersOfSysexits(ExitCode code, int number) {
        assertThat(code.code()).isEqualTo(number);
        assertThat(ExitCode.ofCode(number)).contains(code);
    }

    @Test
    void knowsNoOtherNumber() {
        assertThat(ExitCode.ofCode(1)).isEmpty();
    }

    @Test
    void isZeroWhenEverybodyWasAccepted() {
        assertThat(of(ACCEPTED, ACCEPTED)).isEqualTo(ExitCode.OK);
        assertThat(report(Optional.empty(), ACCEPTED).isComplete()).isTrue();
    }

    @Test
    void isZeroForNothing() {
        assertThat(ExitCode.worst(List.of())).isEqualTo(ExitCode.OK);
        assertThat(of()).isEqualTo(ExitCode.OK);
    }

    @Test
    void putsARefusedRecipientAboveADeferredOne() {
        assertThat(of(ACCEPTED, DEFERRED, REFUSED)).isEqualTo(ExitCode.NOUSER);
        assertThat(of(ACCEPTED, DEFERRED)).isEqualTo(ExitCode.TEMPFAIL);
    }

    @Test
    void tellsARefusedMessageFromARefusedRecipient() {
        assertThat(of(REFUSED_AT_THE_END)).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(of(REFUSED, REFUSED_AT_THE_END)).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void putsAnUnknownOutcomeAboveEveryPlainFailure() {
        assertThat(of(REFUSED, DEFERRED, UNKNOWN, ACCEPTED)).isEqualTo(ExitCode.IOERR);
        assertThat(ExitCode.of(report(Optional.of(failure(SmtpException.Kind.AUTH_REFUSED)), UNKNOWN)))
                .isEqualTo(ExitCode.IOERR);
    }

    @Test
    void putsOurBugAboveEverything() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(code.worse(ExitCode.SOFTWARE)).isEqualTo(ExitCode.SOFTWARE);
            assertThat(ExitCode.SOFTWARE.worse(code)).isEqualTo(ExitCode.SOFTWARE);
        }
    }

    @Test
    void hasOneOrderOfAllCodes() {
        List<ExitCode> order = new ArrayList<>(List.of(ExitCode.values()));
        order.sort((a, b) -> a == b ? 0 : a.worse(b) == a ? 1 : -1);
        assertThat(order).containsExactly(ExitCode.OK, ExitCode.TEMPFAIL, ExitCode.NOHOST, ExitCode.PROTOCOL,
                ExitCode.NOUSER, ExitCode.UNAVAILABLE, ExitCode.NOPERM, ExitCode.CONFIG, ExitCode.NOINPUT,
                ExitCode.DATAERR, ExitCode.USAGE, ExitCode.CANTCREAT, ExitCode.IOERR, ExitCode.SOFTWARE);
    }

    @Test
    void takesTheWorstOfManyReports() {
        assertThat(ExitCode.worst(List.of(report(Optional.empty(), ACCEPTED), report(Optional.empty(), REFUSED),
                report(Optional.empty(), DEFERRED)))).isEqualTo(ExitCode.NOUSER);
    }

    @Test
    void lacksNothingForAnyFailure() {
        assertThat(new DeliveryFailure.Usage("x").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new DeliveryFailure.BadInput("x", "x", Optional.empty()).exitCode()).isEqualTo(ExitCode.DATAERR);
        assertThat(new DeliveryFailure.BadContent("x", "x").exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(new DeliveryFailure.Configuration("x").exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(new DeliveryFailure.ContentChanged("x", "x").exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(new DeliveryFailure.Cancelled("x").exitCode()).isEqualTo(ExitCode.TEMPFAIL);
        assertThat(new DeliveryFailure.Defect("x", new Error()).exitCode()).isEqualTo(ExitCode.SOFTWARE);
    }

    @ParameterizedTest
    @CsvSource({"HOST_NOT_FOUND,NOHOST", "CONNECT,TEMPFAIL", "TIMEOUT,TEMPFAIL", "DISCONNECTED,TEMPFAIL",
            "PROTOCOL,PROTOCOL", "TLS_UNAVAILABLE,CONFIG", "TLS_HANDSHAKE,CONFIG", "CERTIFICATE,CONFIG",
            "AUTH_REFUSED,NOPERM", "AUTH_TEMPORARY,TEMPFAIL", "AUTH_UNAVAILABLE,CONFIG", "UNSUPPORTED,UNAVAILABLE",
            "CONTENT,NOINPUT", "CANCELLED,TEMPFAIL", "REPLY,TEMPFAIL"})
    void givesEverySessionFailureItsCode(SmtpException.Kind kind, ExitCode code) {
        assertThat(failure(kind).exitCode()).isEqualTo(code);
    }

    @Test
    void tellsPermanentRepliesFromTemporaryOnes() {
        SmtpException refused =
                new SmtpException(SmtpException.Kind.REPLY, Stage.GREETING, "no", reply(554), null);
        assertThat(new DeliveryFailure.Session(refused).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(SmtpException.Kind.class)
    void namesEveryKindInLowerCase(SmtpException.Kind kind) {
        assertThat(failure(kind).kind()).matches("[a-z]+(-[a-z]+)*");
    }

    private static DeliveryFailure failure(SmtpException.Kind kind) {
        return new DeliveryFailure.Session(new SmtpException(kind, Stage.MAIL, "It failed"));
    }

    private static Optional<Reply> reply(int code) {
        return Optional.of(Reply.of(code, "words"));
    }

    private static ExitCode of(Outcome... outcomes) {
        return ExitCode.of(report(Optional.empty(), outcomes));
    }

    private static DeliveryReport report(Optional<DeliveryFailure> failure, Outcome... outcomes) {
        return new DeliveryReport("", Optional.empty(), 0, List.of(outcomes), failure, DryRun.NONE, List.of(),
                List.of(), Optional.empty(), Timings.NONE);
    }
}
