// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/**
 * No argument of any command can end its line or add to it: every control character is refused in one sentence, and
 * what is no control but would become one by a narrowing cast goes over the wire as the letter it is, or not at all.
 */
class CommandInjectionTest {

    private static final String HELLO = "EHLO me.example\r\n";
    private static final String BYE = "QUIT\r\n";

    /** Says something with an argument that should not be. */
    private interface Attack {
        void with(SmtpConnection connection, String evil) throws IOException;
    }

    private static List<String> controls() {
        return IntStream.concat(IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7F, 0x9F)),
                IntStream.of(0x2028, 0x2029)).mapToObj(Character::toString).toList();
    }

    /** Every character beyond Latin-1 whose low octet is a control character. */
    private static IntStream lookAlikes() {
        return IntStream.rangeClosed(0x100, 0xFFFF)
                .filter(c -> ((c & 0xFF) < 0x20 || (c & 0xFF) == 0x7F) && !Character.isSurrogate((char) c));
    }

    /** Each argument of each command; behind the character follows what an attacker would like to say. */
    private static Map<String, Attack> attacks() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("EHLO name", (connection, evil) -> Peer.settings(25, TlsMode.NONE).withEhloName("me" + evil + "x"));
        all.put("EHLO literal", (connection, evil) -> Peer.settings(25, TlsMode.NONE)
                .withEhloName("[127.0.0.1" + evil + "]"));
        all.put("MAIL local part", (connection, evil) -> send(connection, "a" + evil + "RSET@example.org"));
        all.put("MAIL quoted local part", (connection, evil) -> send(connection, "\"a" + evil + "\"@example.org"));
        all.put("MAIL domain", (connection, evil) -> send(connection, "a@example" + evil + "RSET"));
        all.put("MAIL literal", (connection, evil) -> send(connection, "a@[127.0.0.1" + evil + "]"));
        all.put("RCPT local part", (connection, evil) -> send(connection, "a@b.example", "b" + evil + "@example.org"));
        all.put("RCPT domain", (connection, evil) -> send(connection, "a@b.example", "b@example" + evil + ".org"));
        all.put("RCPT quoted local part", (connection, evil) -> send(connection, "a@b.example",
                "\"b" + evil + "> NOTIFY=NEVER\"@example.org"));
        all.put("ENVID", (connection, evil) -> send(connection, new Envelope(Optional.of("a@example.org"),
                List.of(Recipient.of("b@example.org")), Optional.of("id" + evil + "RSET"), Optional.empty())));
        all.put("ORCPT", (connection, evil) -> send(connection, new Envelope(Optional.of("a@example.org"),
                List.of(new Recipient("b@example.org", new Dsn.ForRecipient(Set.of(Dsn.Notify.FAILURE),
                        Optional.of("b" + evil + "@example.org")))), Optional.empty(), Optional.empty())));
        for (String mechanism : List.of("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER")) {
            all.put("user of " + mechanism, (connection, evil) -> authenticate(connection, mechanism, evil));
        }
        for (String line : List.of("EHLO ", "HELO ", "MAIL FROM:<a@b.example>", "RCPT TO:<", "VRFY ", "EXPN ", "HELP ",
                "NOOP ", "AUTH PLAIN ", "DATA", "RSET", "QUIT", "XYZZY ")) {
            all.put(line.strip() + " by hand", (connection, evil) -> connection.say(line + evil + "RSET", true));
        }
        for (String line : List.of("BDAT 3", "BDAT 3 LAST", "STARTTLS")) {
            all.put(line + " by hand", (connection, evil) -> connection.say(line + evil, true));
        }
        return all;
    }

    private static void send(SmtpConnection connection, String sender, String... recipients) {
        send(connection, Envelope.of(sender, recipients.length == 0 ? new String[] {"b@example.org"} : recipients));
    }

    private static void send(SmtpConnection connection, Envelope envelope) {
        connection.send(new Submission(envelope, Peer.content(Peer.LETTER)));
    }

    private static void authenticate(SmtpConnection connection, String mechanism, String evil) throws IOException {
        AuthSettings only = new AuthSettings(Optional.of(mechanism), true, List.of());
        Secret secret = Secret.of("s3cret");
        connection.authenticate(mechanism.contains("OAUTH") ? new Credentials.Token("alice" + evil + "x", secret)
                : new Credentials.Password("alice" + evil + "x", secret), only);
    }

    private static LabSettings lab() {
        return LabSettings.builder().account("alice", "s3cret").token("alice", "s3cret").build();
    }

    @Test
    void everyControlCharacterInEveryArgumentIsRefusedAndNothingIsSent() throws Exception {
        int tries = 0;
        List<String> faults = new ArrayList<>();
        try (LabServer server = LabServer.start(lab())) {
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
                connection.connect();
                for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
                    for (String evil : controls()) {
                        tries++;
                        fault(attack, connection, evil).ifPresent(faults::add);
                    }
                }
                connection.quit();
            }
            assertThat(faults).isEmpty();
            assertThat(heard(server)).isEqualTo(HELLO + BYE);
            assertThat(server.messageCount()).isZero();
        }
        System.out.println("Command injection: " + tries + " control characters in arguments refused, 0 octets sent");
    }

    private static Optional<String> fault(Map.Entry<String, Attack> attack, SmtpConnection connection, String evil) {
        String what = String.format("%s with U+%04X: ", attack.getKey(), (int) evil.charAt(0));
        Throwable refusal = catchThrowable(() -> attack.getValue().with(connection, evil));
        if (refusal == null) {
            return Optional.of(what + "not refused");
        }
        boolean known = refusal instanceof IllegalArgumentException || refusal instanceof SmtpException;
        boolean sentence = refusal.getMessage() != null && refusal.getMessage().codePoints().noneMatch(
                c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        return known && sentence ? Optional.empty() : Optional.of(what + refusal);
    }

    private static String heard(LabServer server) throws Exception {
        LabSession session = server.sessions().get(0);
        session.awaitEnd(Duration.ofSeconds(10));
        return new String(session.received(), UTF_8);
    }

    @Test
    void aLetterWhoseLowOctetIsAControlCharacterStaysALetter() throws Exception {
        List<String> letters = IntStream.of(0x0A0D, 0x0D0A, 0x560A, 0x560D, 0x010A, 0x010D, 0x0A00, 0x4E00, 0x4E0A,
                0x4E0D,
                0x527F).mapToObj(Character::toString).toList();
        StringBuilder expected = new StringBuilder(HELLO);
        try (LabServer server = LabServer.start(lab())) {
            try (SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
                connection.connect();
                for (String letter : letters) {
                    String sender = "a" + letter + "RSET@example.org";
                    connection.probe(Envelope.of(sender, "b" + letter + "@example.org"));
                    expected.append("MAIL FROM:<").append(sender).append("> SMTPUTF8\r\nRCPT TO:<b").append(letter)
                            .append("@example.org>\r\nRSET\r\n");
                    connection.say("VRFY " + letter + "RSET", true);
                    expected.append("VRFY ").append(letter).append("RSET\r\n");
                }
                connection.quit();
            }
            assertThat(heard(server)).isEqualTo(expected + BYE);
        }
    }

    @Test
    void noLookAlikeInAnEnvelopeOrAnEhloNameMakesAnOctetThatSteers() {
        int tried = 0;
        for (int c : lookAlikes().toArray()) {
            String letter = Character.toString(c);
            for (String address : List.of("a" + letter + "@example.org", "a@x" + letter + ".example")) {
                tried++;
                try {
                    Recipient.of(address);
                } catch (IllegalArgumentException e) {
                    assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
                }
            }
            Throwable refusal = catchThrowable(() -> Peer.settings(25, TlsMode.NONE).withEhloName("x" + letter));
            assertThat(refusal == null || refusal instanceof IllegalArgumentException).isTrue();
        }
        assertThat(tried).isGreaterThan(14_000);
    }

    @Test
    void noLetterBecomesABracketOrABlankOnItsWayIntoTheAsciiOfADomain() {
        for (String domain
                : List.of("example.org\uFF1E", "example.org\u3000X", "example.org\uFF1E\u3000NOTIFY\uFF1DNEVER",
                "a\uFF20b.example", "a\uFF1Cb.example", "a\u2100b.example", "a\uFF1Bb.example", "[127.0.0.1\uFF1E]",
                "[127.0.0.1] X", "[1>2]")) {
            assertThat(catchThrowable(() -> Recipient.of("b@" + domain))).as(domain)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(catchThrowable(() -> Peer.settings(25, TlsMode.NONE).withEhloName("a\uFF1Eb")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
