// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.internal.Line;

/** Looks for the secret, in every form, in all that is shown over every outcome of every mechanism. */
class SecrecyTest {

    private static final String PASSWORD = "S3cr\u00e8t&p/w=rd!";
    private static final String TOKEN = "ya29.S3cret-t0ken/with+all~kinds_of=chars==";

    private static Stream<Attempt> mechanisms() {
        Credentials password = new Credentials.Password("alice", Secret.of(PASSWORD));
        Credentials token = new Credentials.Token("alice", Secret.of(TOKEN));
        return Stream.concat(
                Stream.of("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256")
                        .map(name -> Attempt.of("AUTH " + name, password)),
                Stream.of("OAUTHBEARER", "XOAUTH2").map(name -> Attempt.of("AUTH " + name, token)));
    }

    private static String secret(Attempt attempt) {
        return attempt.credentials() instanceof Credentials.Password ? PASSWORD : TOKEN;
    }

    /** A server that would let the client in. */
    private static UnaryOperator<String> friendly(Attempt attempt) {
        if (attempt.offered().contains("SCRAM")) {
            return new ScramServer(attempt.offered().substring("AUTH SCRAM-".length()), PASSWORD);
        }
        List<String> answers = new ArrayList<>(attempt.offered().contains("LOGIN")
                ? List.of("334 " + base64("User"), "334 " + base64("Pass"), "235 ok")
                : attempt.offered().contains("CRAM") ? List.of("334 " + base64("<1@x>"), "235 ok") : List.of("235 ok"));
        return line -> answers.remove(0);
    }

    /** The same server, whose answer number {@code at} is the given one, behind which it repeats all that it heard. */
    private static FakeServer hostile(Attempt attempt, int at, String answer) {
        UnaryOperator<String> friendly = friendly(attempt);
        List<String> heard = new ArrayList<>();
        return new FakeServer(line -> {
            heard.add(line);
            if (line.equals("*")) {
                return "501 5.7.0 cancelled " + echo(attempt, heard);
            }
            if (heard.size() <= at) {
                return friendly.apply(line);
            }
            return answer.equals(FakeServer.BREAK) ? answer : answer.startsWith("334") ? answer
                    : answer + echo(attempt, heard) + "\n" + answer + echo(attempt, heard);
        });
    }

    private static String echo(Attempt attempt, List<String> heard) {
        String secret = secret(attempt);
        return " <" + secret + "> " + URLEncoder.encode(secret, UTF_8) + " " + base64(secret) + " "
                + base64("x" + secret) + " " + base64("xy" + secret + "z") + " " + String.join(" ", heard);
    }

    static Stream<Attempt> everyMechanism() {
        return mechanisms();
    }

    @ParameterizedTest
    @MethodSource("everyMechanism")
    void successShowsNothing(Attempt attempt) throws Exception {
        FakeServer server = new FakeServer(friendly(attempt));

        attempt.at(server);

        check(attempt, server, null);
    }

    @ParameterizedTest
    @MethodSource("everyMechanism")
    void noFailureShowsAnything(Attempt attempt) {
        String repeated = "334 " + base64("{\"status\":\"401\",\"scope\":\"" + secret(attempt) + "\"}");
        for (String answer : List.of("535 5.7.8 no", "534 5.7.9 no", "504 5.5.4 no", "538 5.7.11 no", "501 5.5.2 no",
                "500 5.5.6 no", "503 5.5.1 no", "454 4.7.0 no", "432 4.7.12 no", "421 4.3.0 bye", "250 ok", "354 go",
                FakeServer.BREAK, "334 !" + secret(attempt), repeated, "334 " + base64("e=" + secret(attempt)))) {
            for (int at = 0; at < 4; at++) {
                FakeServer server = hostile(attempt, at, answer);
                try {
                    attempt.at(server);
                    check(attempt, server, null);
                } catch (SmtpException failure) {
                    check(attempt, server, failure);
                }
                server.verify();
            }
        }
    }

    /** The reason that a server gives within the exchange stands in the exception, too. */
    @ParameterizedTest
    @MethodSource("everyMechanism")
    void noReasonForARefusalShowsAnything(Attempt attempt) {
        String secret = secret(attempt);
        for (String reason : List.of("{\"status\":\"401\",\"scope\":\"" + secret + "\"}", "no, not " + secret,
                "e=" + secret)) {
            List<String> heard = new ArrayList<>();
            UnaryOperator<String> friendly = friendly(attempt);
            FakeServer server = new FakeServer(line -> {
                heard.add(line);
                boolean early = heard.size() == 1 && !attempt.offered().contains("OAUTH");
                return early ? friendly.apply(line) : heard.size() < 3 ? "334 " + base64(reason) : "535 5.7.8 no";
            });
            try {
                attempt.at(server);
                check(attempt, server, null);
            } catch (SmtpException failure) {
                check(attempt, server, failure);
            }
        }
    }

    private static void check(Attempt attempt, FakeServer server, SmtpException failure) {
        List<String> shown = new ArrayList<>(server.shown);
        shown.addAll(server.warnings);
        server.lines.stream().map(Line::toString).forEach(shown::add);
        shown.add(attempt.credentials().toString());
        if (failure != null) {
            collect(failure, shown);
        }
        String all = String.join("\n", shown);
        assertThat(all).doesNotContain(forms(secret(attempt)));
        for (Line line : server.lines) {
            if (line.withheld()) {
                String[] words = line.text().split(" ");
                assertThat(all).as("a frame of %s", attempt.offered()).doesNotContain(words[words.length - 1]);
            }
        }
        for (String word : all.split("[^A-Za-z0-9+/=]+")) {
            assertThat(decoded(word)).as("hidden in %s", word).doesNotContain(forms(secret(attempt)));
        }
    }

    private static void collect(Throwable failure, List<String> shown) {
        shown.add(failure.toString());
        if (failure instanceof SmtpException smtp) {
            smtp.reply().ifPresent(reply -> shown.add(new String(reply.octets(), UTF_8)));
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), shown);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, shown);
        }
    }

    private static String[] forms(String secret) {
        List<String> forms = new ArrayList<>(List.of(secret, URLEncoder.encode(secret, UTF_8), base64(secret)));
        for (Charset charset : List.of(UTF_16BE, UTF_16LE)) {
            byte[] octets = secret.getBytes(charset);
            forms.add(new String(octets, ISO_8859_1));
            forms.add(Base64.getEncoder().encodeToString(octets));
        }
        return forms.toArray(String[]::new);
    }

    private static String decoded(String word) {
        try {
            return new String(Base64.getDecoder().decode(word), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
