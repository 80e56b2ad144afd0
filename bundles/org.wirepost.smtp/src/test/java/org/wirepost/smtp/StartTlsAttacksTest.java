// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.lab.Dialogue;
import org.wirepost.lab.DialogueServer;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/**
 * Servers, and people in the middle, that want mail or a password in clear, or want to be believed what nobody has
 * signed: stripped and refused STARTTLS, replies injected around it, offers from before TLS. Whatever they do, nothing
 * but EHLO, STARTTLS and QUIT leaves in clear, and nothing is claimed to be sent.
 */
class StartTlsAttacksTest {

    private static final Set<String> HARMLESS = Set.of("EHLO me.example", "STARTTLS", "QUIT");
    private static final String PASSWORD = "s3cret-in-clear";
    private static final List<Case> CASES = new ArrayList<>();

    /** What the server does, and what becomes of it; no kinds means that the letter is sent. */
    private record Case(String name, TlsMode mode, boolean login, Dialogue dialogue, Set<Kind> kinds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static {
        strip();
        refuse();
        inject();
        forget();
        implicit();
        opportunistic();
    }

    private static Dialogue ehlo(String... reply) {
        return Dialogue.script().send("220 mx.example ESMTP").expect("EHLO me.example").send(reply);
    }

    private static Dialogue offered() {
        return ehlo("250-mx.example", "250-AUTH PLAIN LOGIN", "250 STARTTLS").expect("STARTTLS");
    }

    private static Dialogue raw(Dialogue before, String text) {
        return before.sendBytes(text.getBytes(ISO_8859_1));
    }

    private static void add(String name, Dialogue dialogue, Kind... kinds) {
        CASES.add(new Case(name, TlsMode.REQUIRED, true, dialogue, Set.of(kinds)));
    }

    private static void strip() {
        Kind no = Kind.TLS_UNAVAILABLE;
        add("stripped: no extension at all", ehlo("250 mx.example"), no);
        add("stripped: other extensions only", ehlo("250-mx.example", "250-AUTH PLAIN", "250 SIZE 1000"), no);
        add("stripped: blotted out by X", ehlo("250-mx.example", "250-AUTH PLAIN", "250 XXXXXXXA"), no);
        add("stripped: another keyword that begins alike", ehlo("250-mx.example", "250 STARTTLSX"), no);
        add("stripped: another keyword that ends alike", ehlo("250-mx.example", "250 XSTARTTLS"), no);
        add("stripped: only a parameter of AUTH", ehlo("250-mx.example", "250 AUTH STARTTLS PLAIN"), no);
        add("stripped: only in the first line, where the name stands", ehlo("250 STARTTLS"), no);
        add("stripped: only in the greeting", Dialogue.script().send("220 mx.example STARTTLS").expect("EHLO"
                + " me.example").send("250 mx.example"), no);
        for (String reply : List.of("500 what", "502 no EHLO", "550 go away", "421 bye", "250_STARTTLS", "220 hi")) {
            add("EHLO answered by " + reply, ehlo(reply), Kind.REPLY, Kind.PROTOCOL, Kind.DISCONNECTED);
        }
        for (String reply : List.of("554 no", "421 later", "250 ok", "235 welcome, you are logged in", "hello")) {
            add("greeted by " + reply, Dialogue.script().send(reply), Kind.REPLY, Kind.PROTOCOL, Kind.DISCONNECTED);
        }
    }

    private static void refuse() {
        for (String reply : List.of("454 TLS not available", "500 what", "501 no", "502 no", "503 no",
                "530 no", "554 no", "221 bye", "235 ok", "250 ok", "334 ", "354 go ahead")) {
            add("STARTTLS answered by " + reply, offered().send(reply), Kind.TLS_UNAVAILABLE);
        }
        for (String reply : List.of("220-go\r\n250 ok\r\n", "go ahead\r\n", "22\r\n", "2200 go\r\n", " 220 go\r\n",
                "220_go\r\n", "\u0000\r\n", "2".repeat(100_000))) {
            add("STARTTLS answered oddly: " + reply.strip().substring(0, Math.min(9, reply.strip().length())),
                    raw(offered(), reply).close(), Kind.PROTOCOL, Kind.DISCONNECTED, Kind.TLS_UNAVAILABLE);
        }
        add("STARTTLS answered by 421", offered().send("421 bye"), Kind.REPLY);
        add("STARTTLS answered by closing", offered().close(), Kind.DISCONNECTED);
        add("STARTTLS answered by a reset", offered().reset(), Kind.DISCONNECTED);
        add("STARTTLS answered by half a reply", raw(offered(), "220 g").close(), Kind.DISCONNECTED);
        add("STARTTLS never answered", offered().stall(), Kind.TIMEOUT);
        add("no handshake behind the 220", offered().send("220 go").stall(), Kind.TIMEOUT);
        add("closed behind the 220", offered().send("220 go").close(), Kind.DISCONNECTED, Kind.TLS_HANDSHAKE);
    }

    private static void inject() {
        for (String behind : List.of("250 injected\r\n", "x", "\r\n", "220 go again\r\n", "\u0016\u0003\u0003",
                "250-mx.example\r\n250 AUTH PLAIN\r\n",
                "235 logged in\r\n250 ok\r\n250 ok\r\n354 go\r\n250 sent\r\n")) {
            add("behind the 220 in one segment: " + words(behind), raw(offered(), "220 go\r\n" + behind),
                    Kind.PROTOCOL);
            add("behind the 220 in the next segment: " + words(behind), raw(raw(offered(), "220 go\r\n")
                    .delay(Duration.ofMillis(60)), behind).stall(), Kind.PROTOCOL, Kind.TLS_HANDSHAKE, Kind.TIMEOUT,
                            Kind.DISCONNECTED);
        }
        add("before the 220", raw(offered(), "250 injected\r\n220 go\r\n"), Kind.TLS_UNAVAILABLE, Kind.PROTOCOL);
        for (String more : List.of("250 ok", "220 twice", "250-mx.example\r\n250 SIZE", "x")) {
            add("a greeting with more: " + words(more), raw(Dialogue.script(), "220 mx.example\r\n" + more + "\r\n"),
                    Kind.PROTOCOL);
        }
        add("a 220 that comes along with the answer to EHLO", raw(Dialogue.script().send("220 mx.example")
                .expect("EHLO me.example"), "250-mx.example\r\n250 STARTTLS\r\n220 go\r\n"), Kind.PROTOCOL);
        add("a fragment that comes along with the answer to EHLO", raw(Dialogue.script().send("220 mx.example")
                .expect("EHLO me.example"), "250-mx.example\r\n250 STARTTLS\r\n22").close(), Kind.PROTOCOL,
                Kind.DISCONNECTED, Kind.TIMEOUT);
        add("a reply within TLS that nobody asked for", raw(tls(), "250-mx.example\r\n250 AUTH PLAIN\r\n250 ok\r\n"),
                Kind.PROTOCOL);
    }

    private static String words(String text) {
        return text.replace("\r\n", "\\n").replaceAll("\\p{Cntrl}", ".");
    }

    private static Dialogue tls() {
        return offered().send("220 go").startTls().expect("EHLO me.example");
    }

    private static void forget() {
        add("AUTH vanishes after TLS", tls().send("250 mx.example"), Kind.AUTH_UNAVAILABLE);
        add("AUTH vanishes, other extensions stay", tls().send("250-mx.example", "250 SIZE"), Kind.AUTH_UNAVAILABLE);
        add("AUTH without a mechanism after TLS", tls().send("250-mx.example", "250 AUTH"), Kind.AUTH_UNAVAILABLE);
        add("only unknown mechanisms after TLS", tls().send("250-mx.example", "250 AUTH X-PLAIN"),
                Kind.AUTH_UNAVAILABLE);
        for (String reply : List.of("500 what", "502 no", "421 bye", "554 no", "220 hi", "garbage")) {
            add("EHLO within TLS answered by " + reply, tls().send(reply), Kind.REPLY, Kind.PROTOCOL,
                    Kind.DISCONNECTED);
        }
        add("closed within TLS", tls().close(), Kind.DISCONNECTED);
        for (String extension : List.of("SIZE 5", "8BITMIME", "PIPELINING", "CHUNKING", "SMTPUTF8", "DSN")) {
            letter(extension + " was offered before TLS only", TlsMode.REQUIRED, ehlo("250-mx.example", "250-"
                    + extension, "250 STARTTLS").expect("STARTTLS").send("220 go").startTls()
                    .expect("EHLO me.example").send("250 mx.example"));
        }
        letter("STARTTLS is offered again within TLS", TlsMode.REQUIRED, tls().send("250-mx.example", "250 STARTTLS"));
        letter("a multi-line 220", TlsMode.REQUIRED, raw(offered(), "220-go\r\n220 on\r\n").startTls()
                .expect("EHLO me.example").send("250 mx.example"));
    }

    /** In lockstep, without any parameter: nothing is used that TLS does not vouch for. */
    private static void letter(String name, TlsMode mode, Dialogue opened) {
        CASES.add(new Case(name, mode, false, opened.expect("MAIL FROM:<a@example.org>").send("250 ok")
                .expect("RCPT TO:<b@example.org>").send("250 ok").expect("DATA").send("354 go").expectAnyContent()
                .send("250 queued"), Set.of()));
    }

    private static void implicit() {
        UnaryOperator<Dialogue> plain = start -> start.send("220 mx.example").stall();
        implicit("a greeting in clear where TLS is from the start", plain.apply(Dialogue.script()));
        implicit("garbage where TLS is from the start", Dialogue.script().sendBytes(new byte[200]).stall());
        implicit("closed where TLS is from the start", Dialogue.script().close());
        implicit("silent where TLS is from the start", Dialogue.script().stall());
        CASES.add(new Case("a greeting with more within TLS", TlsMode.IMPLICIT, true, Dialogue.script().startTls()
                .send("220 mx.example", "250 ok"), Set.of(Kind.PROTOCOL)));
        letter("STARTTLS offered where TLS is from the start", TlsMode.IMPLICIT, Dialogue.script().startTls()
                .send("220 mx.example").expect("EHLO me.example").send("250-mx.example", "250 STARTTLS"));
    }

    private static void implicit(String name, Dialogue dialogue) {
        CASES.add(new Case(name, TlsMode.IMPLICIT, true, dialogue, Set.of(Kind.TLS_HANDSHAKE, Kind.DISCONNECTED,
                Kind.TIMEOUT, Kind.PROTOCOL)));
    }

    /** Where the user allows a session in clear there is still no password in clear, and no way back from a 220. */
    private static void opportunistic() {
        Kind[] none = {Kind.AUTH_UNAVAILABLE};
        opportunistic("no password in clear when STARTTLS is stripped", ehlo("250-mx.example", "250 AUTH PLAIN LOGIN"),
                none);
        opportunistic("no password in clear when STARTTLS is refused", offered().send("454 later"), none);
        opportunistic("no way back from an odd answer", offered().send("250 ok"), Kind.TLS_UNAVAILABLE);
        opportunistic("no way back from a failed handshake", offered().send("220 go").close(), Kind.DISCONNECTED,
                Kind.TLS_HANDSHAKE);
        opportunistic("no way back from an injected reply", raw(offered(), "220 go\r\n250 x\r\n"), Kind.PROTOCOL);
        opportunistic("no HELO within TLS", tls().send("502 no"), Kind.REPLY);
    }

    private static void opportunistic(String name, Dialogue dialogue, Kind... kinds) {
        CASES.add(new Case("opportunistic: " + name, TlsMode.OPPORTUNISTIC, true, dialogue, Set.of(kinds)));
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingConfidentialLeavesInClearAndNothingIsClaimed(Case attack) throws IOException {
        Recorder recorder = new Recorder();
        Duration limit = attack.name().contains("never") || attack.name().contains("no handshake")
                || attack.name().contains("silent") || attack.name().contains("segment") ? Duration.ofMillis(700)
                        : Duration.ofSeconds(10);
        try (DialogueServer server = attack.dialogue().start(Peer.CERTIFICATE);
                SmtpConnection connection = new SmtpConnection(Peer.settings(server.port(), attack.mode())
                        .withTimeouts(Timeouts.all(limit)), recorder)) {
            Set<Kind> failed = Set.of();
            try {
                connection.connect();
                if (attack.login()) {
                    connection.authenticate(new Credentials.Password("ann", Secret.of(PASSWORD)),
                            AuthSettings.DEFAULT);
                }
                assertThat(attack.kinds()).as("went on").isEmpty();
                assertThat(connection.send(Peer.letter("b@example.org")).isComplete()).isTrue();
                server.verify();
            } catch (SmtpException e) {
                failed = Set.of(e.kind());
                assertThat(attack.kinds()).as(e.getMessage()).contains(e.kind());
            }
            assertThat(failed.isEmpty()).isEqualTo(attack.kinds().isEmpty());
            if (!failed.isEmpty()) {
                assertThat(recorder.commands()).allMatch(HARMLESS::contains);
            }
            assertThat(connection.tls().isPresent() || recorder.commands().stream().allMatch(HARMLESS::contains))
                    .isTrue();
        }
    }

    @Test
    void countsThem() {
        System.out.println("STARTTLS: " + CASES.size() + " scenarios, of which " + CASES.stream()
                .filter(each -> each.kinds().isEmpty()).count() + " end in a letter sent within TLS");
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(57);
        assertThat(CASES.stream().map(Case::name)).doesNotHaveDuplicates();
    }
}
