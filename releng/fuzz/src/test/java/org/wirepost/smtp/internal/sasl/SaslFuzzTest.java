// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.Conversation;
import org.wirepost.smtp.internal.Line;

/**
 * What a server says in an exchange. The input's first octet chooses the mechanism; each line behind it is the text of
 * a reply 334, or a whole reply if it begins with {@code !}. A challenge that is written behind {@code ~} is encoded.
 */
class SaslFuzzTest {

    private static final String PASSWORD = "pencil-5up3r";
    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";
    private static final List<String> MECHANISMS = Arrays.stream(BuiltIn.values())
            .map(each -> each.name().replace('_', '-')).toList();

    @FuzzTest
    void exchange(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        if (text.isEmpty() || text.matches("(?s).*i=[0-9]{5,}.*")) {
            // Many rounds of the hash are allowed, but here they would only cost time.
            return;
        }
        String mechanism = MECHANISMS.get(text.charAt(0) % MECHANISMS.size());
        Server server = new Server(text.substring(1).split("\n", -1));
        Credentials credentials = credentials(mechanism);
        AuthSettings settings = new AuthSettings(Optional.of(mechanism), true, List.of());
        Capabilities offered = Capabilities.of(Reply.of(250, "x", "AUTH " + mechanism));
        try {
            String used = new Authenticator(() -> NONCE).authenticate(server, offered, credentials, settings, true,
                    "mail.example", 465);
            assertThat(used).isEqualTo(mechanism);
            assertThat(server.last).as("success needs a 235").isEqualTo(235);
            assertThat(mechanism).as("a proof that nobody can guess").doesNotStartWith("SCRAM");
        } catch (SmtpException e) {
            assertThat(e.stage()).isEqualTo(Stage.AUTH);
            server.shown.add(e.getMessage());
        }
        if (!mechanism.equals("EXTERNAL")) {
            // Which has no secret to keep.
            server.check();
        }
    }

    private static Credentials credentials(String mechanism) {
        if (mechanism.contains("OAUTH")) {
            return new Credentials.Token("user", Secret.of(PASSWORD));
        }
        return mechanism.equals("EXTERNAL") ? new Credentials.External("user")
                : new Credentials.Password("user", Secret.of(PASSWORD));
    }

    /** Says what the input says, and then 535. */
    private static final class Server implements Conversation {

        private final Deque<String> lines;
        private final List<String> shown = new ArrayList<>();
        private int last;
        private int rounds;

        Server(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Reply say(Stage stage, Line line) {
            assertThat(line.text()).matches("[ -~]*");
            assertThat(++rounds).as("an end of the exchange").isLessThan(30);
            shown.add(line.shown());
            Reply reply = reply(lines.isEmpty() ? "!535 no" : lines.remove());
            last = reply.code();
            return reply;
        }

        private static Reply reply(String line) {
            if (line.matches("![2-5][0-9][0-9]( .*)?")) {
                return Reply.of(Integer.parseInt(line.substring(1, 4)), line.substring(Math.min(5, line.length())));
            }
            return Reply.of(334, line.startsWith("~") ? Base64.getEncoder().encodeToString(line.substring(1)
                    .getBytes(UTF_8)) : line);
        }

        @Override
        public void warn(Stage stage, String code, String text) {
            shown.add(text);
        }

        @Override
        public void hide(String... texts) {
            // Replies are not shown here.
        }

        void check() {
            String encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(UTF_8));
            for (String text : shown) {
                assertThat(text).doesNotContain(PASSWORD, encoded).hasSizeLessThan(20_000);
            }
        }
    }
}
