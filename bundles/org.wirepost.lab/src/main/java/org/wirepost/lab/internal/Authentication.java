// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.lab.LabClientAuth;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.Stage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.lab.internal.sasl.Mechanisms;
import org.wirepost.lab.internal.sasl.SaslAnswer;
import org.wirepost.lab.internal.sasl.SaslExchange;
import org.wirepost.lab.internal.sasl.Shown;
import org.wirepost.lab.internal.wire.Input;

/** AUTH (RFC 4954). */
final class Authentication {

    /** RFC 4954 section 4: the longest line of an exchange. */
    static final int LONGEST_LINE = 12_288;

    private static final Reply MALFORMED = Reply.of(501, "5.5.2", "The response is not Base64");
    private static final Reply REFUSED = Reply.of(535, "5.7.8", "User or secret is wrong");

    private final Talk talk;
    private final Transaction transaction;

    Authentication(Talk talk, Transaction transaction) {
        this.talk = talk;
        this.transaction = transaction;
    }

    /** The command with its initial response replaced by its length. */
    static String shown(String argument) {
        int space = argument.indexOf(' ');
        return space < 0 ? "AUTH " + argument
                : "AUTH " + argument.substring(0, space) + " <" + (argument.length() - space - 1) + " octets>";
    }

    void auth(String argument) throws IOException {
        int space = argument.indexOf(' ');
        String name = (space < 0 ? argument : argument.substring(0, space)).toUpperCase(Locale.ROOT);
        Optional<String> initial = space < 0 ? Optional.empty() : Optional.of(argument.substring(space + 1));
        Optional<SaslExchange> exchange = Optional.empty();
        Outcome outcome;
        try {
            exchange = Optional.of(begin(name));
            outcome = first(exchange.get(), initial);
        } catch (Refusal e) {
            outcome = new Outcome(e.reply(), Optional.empty());
        }
        int code = talk.respond(Stage.AUTH, name, outcome.reply());
        while (code == 334) {
            outcome = next(exchange);
            code = talk.respond(Stage.AUTH_STEP, name, outcome.reply());
        }
        if (code == 235) {
            talk.record().signedIn(outcome.user().orElse(""));
        }
    }

    private record Outcome(Reply reply, Optional<String> user) { }

    private SaslExchange begin(String name) throws Refusal {
        if (!talk.record().extended()) {
            throw new Refusal(503, "5.5.1", "Say EHLO first");
        }
        if (talk.record().user().isPresent()) {
            throw new Refusal(503, "5.5.1", "Signed in already");
        }
        if (transaction.open()) {
            throw new Refusal(503, "5.5.1", "AUTH has no place within a transaction");
        }
        if (talk.settings().auth().offered().isEmpty()) {
            throw new Refusal(502, "5.5.1", "AUTH was not offered");
        }
        if (!talk.authOffered()) {
            throw new Refusal(538, "5.7.11", "Say STARTTLS first: secrets need encryption");
        }
        LabMechanism mechanism = LabMechanism.named(name).filter(talk.settings().auth().offered()::contains)
                .orElseThrow(() -> new Refusal(504, "5.5.4", "This mechanism was not offered"));
        if (mechanism == LabMechanism.EXTERNAL && talk.settings().clientAuth() != LabClientAuth.NONE) {
            return new Shown(talk.wire().clientName());
        }
        return Mechanisms.begin(mechanism, talk.settings().auth(), talk.settings().hostName());
    }

    private static Outcome first(SaslExchange exchange, Optional<String> initial) throws Refusal {
        if (initial.isEmpty()) {
            return challenge(exchange.greeting().orElse(new byte[0]));
        }
        if (!exchange.takesInitialResponse()) {
            throw new Refusal(501, "5.7.0", "With this mechanism the server speaks first");
        }
        return initial.get().equals("=") ? answer(exchange, new byte[0]) : answer(exchange, initial.get());
    }

    private Outcome next(Optional<SaslExchange> exchange) throws IOException {
        Input.Line line = talk.input().line(LONGEST_LINE);
        talk.record().line(TranscriptLine.Side.CLIENT, "<" + line.text().length() + " octets>");
        if (line.tooLong()) {
            return new Outcome(Reply.of(500, "5.5.6", "The line is too long"), Optional.empty());
        }
        if (line.text().equals("*")) {
            return new Outcome(Reply.of(501, "5.7.0", "Authentication given up"), Optional.empty());
        }
        return exchange.map(e -> answer(e, line.text())).orElse(new Outcome(REFUSED, Optional.empty()));
    }

    private static Outcome answer(SaslExchange exchange, String encoded) {
        try {
            return answer(exchange, Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            return new Outcome(MALFORMED, Optional.empty());
        }
    }

    private static Outcome answer(SaslExchange exchange, byte[] response) {
        SaslAnswer answer = exchange.answer(response);
        if (answer instanceof SaslAnswer.Challenge challenge) {
            return challenge(challenge.bytes());
        }
        if (answer instanceof SaslAnswer.Success success) {
            return new Outcome(Reply.of(235, "2.7.0", "Signed in"), Optional.of(success.user()));
        }
        if (answer instanceof SaslAnswer.Malformed malformed) {
            return new Outcome(Reply.of(501, "5.5.2", malformed.words()), Optional.empty());
        }
        return new Outcome(REFUSED, Optional.empty());
    }

    private static Outcome challenge(byte[] bytes) {
        return new Outcome(Reply.of(334, "", Base64.getEncoder().encodeToString(bytes)), Optional.empty());
    }
}
