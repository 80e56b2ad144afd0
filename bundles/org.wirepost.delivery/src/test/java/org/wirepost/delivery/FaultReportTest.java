// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Outcome;

/** What a fault of the server becomes in the report, for both recipients, and which exit code says so. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FaultReportTest extends LabRoom {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(400);

    private static Script fault(Script at, String fault) {
        return switch (fault) {
            case "close" -> at.close();
            case "reset" -> at.reset();
            case "half-close" -> at.halfClose();
            case "stall" -> at.stall();
            case "421" -> at.reply("421 4.3.2 bye").close();
            case "4xx" -> at.reply("451 4.3.0 later");
            case "5xx" -> at.reply("554 5.3.0 never");
            case "garbage" -> at.send("!!garbage!!\r\n");
            case "mixed" -> at.send("250-yes\r\n550 no\r\n");
            case "NUL" -> at.send("250 \0\r\n");
            case "endless" -> at.flood("250-and more\r\n");
            case "premature" -> at.usual().send("250 2.0.0 ok\r\n");
            case "taken, close" -> at.swallow().close();
            case "taken, reset" -> at.swallow().reset();
            case "taken, stall" -> at.swallow().stall();
            case "then close" -> at.usual().close();
            case "then reset" -> at.usual().reset();
            default -> throw new IllegalArgumentException(fault);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421, deferred, deferred, TEMPFAIL", "GREETING, 5xx, refused, refused, UNAVAILABLE",
        "GREETING, close, deferred, deferred, TEMPFAIL", "GREETING, stall, deferred, deferred, TEMPFAIL",
        "GREETING, garbage, deferred, deferred, PROTOCOL", "GREETING, endless, deferred, deferred, PROTOCOL",
        "EHLO, reset, deferred, deferred, TEMPFAIL", "EHLO, 5xx, refused, refused, UNAVAILABLE",
        "STARTTLS, 421, deferred, deferred, TEMPFAIL", "STARTTLS, 4xx, deferred, deferred, CONFIG",
        "STARTTLS, 5xx, deferred, deferred, CONFIG", "STARTTLS, garbage, deferred, deferred, PROTOCOL",
        "TLS_HANDSHAKE, close, deferred, deferred, TEMPFAIL", "TLS_HANDSHAKE, stall, deferred, deferred, TEMPFAIL",
        "TLS_HANDSHAKE, reset, deferred, deferred, TEMPFAIL", "AUTH, 4xx, deferred, deferred, TEMPFAIL",
        "AUTH, 5xx, deferred, deferred, NOPERM", "AUTH, 421, deferred, deferred, TEMPFAIL",
        "AUTH_STEP, close, deferred, deferred, TEMPFAIL",
        "MAIL, 4xx, deferred, deferred, TEMPFAIL", "MAIL, 5xx, refused, refused, UNAVAILABLE",
        "MAIL, 421, deferred, deferred, TEMPFAIL", "RCPT, 4xx, deferred, accepted, TEMPFAIL",
        "RCPT, 5xx, refused, accepted, NOUSER", "RCPT, 421, deferred, deferred, TEMPFAIL",
        "DATA, 4xx, deferred, deferred, TEMPFAIL", "DATA, 5xx, refused, refused, UNAVAILABLE",
        "DATA, close, deferred, deferred, TEMPFAIL", "DATA, mixed, deferred, deferred, PROTOCOL",
        "DATA, NUL, deferred, deferred, PROTOCOL", "DATA, premature, deferred, deferred, PROTOCOL",
        "END_OF_DATA, close, unknown, unknown, IOERR", "END_OF_DATA, reset, unknown, unknown, IOERR",
        "END_OF_DATA, half-close, unknown, unknown, IOERR", "END_OF_DATA, stall, unknown, unknown, IOERR",
        "END_OF_DATA, 'taken, close', unknown, unknown, IOERR",
        "END_OF_DATA, 'taken, reset', unknown, unknown, IOERR",
        "END_OF_DATA, 'taken, stall', unknown, unknown, IOERR", "END_OF_DATA, garbage, unknown, unknown, IOERR",
        "END_OF_DATA, mixed, unknown, unknown, IOERR", "END_OF_DATA, NUL, unknown, unknown, IOERR",
        "END_OF_DATA, endless, unknown, unknown, IOERR", "END_OF_DATA, 421, deferred, deferred, TEMPFAIL",
        "END_OF_DATA, 4xx, deferred, deferred, TEMPFAIL", "END_OF_DATA, 5xx, refused, refused, UNAVAILABLE",
        "END_OF_DATA, then close, accepted, accepted, OK", "END_OF_DATA, then reset, accepted, accepted, OK",
        "QUIT, stall, accepted, accepted, OK", "QUIT, 421, accepted, accepted, OK",
        "QUIT, garbage, accepted, accepted, OK", "QUIT, endless, accepted, accepted, OK"})
    void isToldAsItIs(Stage stage, String fault, String one, String two, ExitCode code) throws Exception {
        judge(stage, fault, List.of(one, two), code, LabExtension.CHUNKING);
    }

    /** Small content leaves together with its envelope, so that much more is unknown when no answer comes. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, close, unknown, unknown, IOERR", "MAIL, stall, unknown, unknown, IOERR",
        "MAIL, 421, deferred, deferred, TEMPFAIL", "MAIL, 4xx, deferred, deferred, TEMPFAIL",
        "MAIL, 5xx, refused, refused, UNAVAILABLE", "RCPT, reset, unknown, unknown, IOERR",
        "RCPT, mixed, unknown, unknown, IOERR", "RCPT, 4xx, deferred, accepted, TEMPFAIL",
        "RCPT, 5xx, refused, accepted, NOUSER", "END_OF_DATA, 'taken, close', unknown, unknown, IOERR",
        "END_OF_DATA, 421, deferred, deferred, TEMPFAIL", "END_OF_DATA, 4xx, deferred, deferred, TEMPFAIL",
        "END_OF_DATA, 5xx, refused, refused, UNAVAILABLE", "END_OF_DATA, then reset, accepted, accepted, OK",
        "QUIT, stall, accepted, accepted, OK"})
    void isToldAsItIsOfMailInFlight(Stage stage, String fault, String one, String two, ExitCode code)
            throws Exception {
        judge(stage, fault, List.of(one, two), code);
    }

    private void judge(Stage stage, String fault, List<String> states, ExitCode code, LabExtension... missing)
            throws Exception {
        Script script = fault(stage == Stage.RCPT ? Script.script().on(stage).nth(1) : Script.script().on(stage),
                fault);
        lab(settings -> settings.tls(LabTls.STARTTLS).account("anna", "correct horse").authRequired()
                .without(missing).script(script));
        DeliveryReport report = deliver(new Order(Fixture.letter("one@example.org", "two@example.org").build()),
                login(fault.contains("stall")));

        assertThat(report.outcomes()).extracting(Outcome::state).isEqualTo(states);
        assertThat(report.exitCode()).isEqualTo(code);
        server.awaitSessionEnd(AMPLE);
        long copies = server.messageCount();
        for (Outcome outcome : report.outcomes()) {
            assertThat(copies).isBetween(outcome instanceof Outcome.Accepted ? 1L : 0L,
                    outcome instanceof Outcome.Unknown || report.isSentToSomeone() ? 1L : 0L);
        }
    }

    private ServerLogin login(boolean brief) {
        Duration limit = brief ? BRIEF : AMPLE;
        return new ServerLogin(ConnectionSettings.of("localhost", server.port(), TlsMode.REQUIRED)
                .withResolver(host -> List.of(server.address()))
                .withTimeouts(new Timeouts(AMPLE, limit, limit, AMPLE, limit, limit, limit))
                .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(server.certificate().ca()))),
                Optional.of(new Credentials.Password("anna", Secret.of("correct horse"))), AuthSettings.DEFAULT);
    }
}
