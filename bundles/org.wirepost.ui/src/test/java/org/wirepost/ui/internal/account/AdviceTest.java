// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.account.Presets;
import org.wirepost.account.Server;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.delivery.check.Remedy;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class AdviceTest {

    private static final Server GMAIL = Server.of("smtp.gmail.com", 465, TlsMode.IMPLICIT);

    private static Advice advice(Kind kind, Stage stage, Server server, Optional<Reply> reply) {
        SmtpException failure = new SmtpException(kind, stage, "It failed", reply, null);
        return Advice.of(new CheckStep.Failed(1, failure, List.of(), Remedy.of(failure,
                Optional.of(server.tlsMode()))), server, Presets.load());
    }

    @Test
    void sendsSomeoneWhoseGmailPasswordIsRefusedToTheAppPassword() {
        Reply reply = Reply.of(535, "5.7.8 Username and Password not accepted.", "5.7.8 Learn more");
        Advice advice = advice(Kind.AUTH_REFUSED, Stage.AUTH, GMAIL, Optional.of(reply));

        assertThat(advice.words()).containsExactlyElementsOf(reply.lines());
        assertThat(advice.steps().get(0)).contains("Gmail", "app password");
        assertThat(advice.link().orElseThrow()).contains("apppasswords");
        assertThat(advice.fixes()).hasOnlyElementsOfType(Fix.Retype.class);
    }

    @Test
    void proposesTheOtherPortOfTheProviderWhenOneIsBlocked() {
        assertThat(advice(Kind.CONNECT, Stage.CONNECT, GMAIL, Optional.empty()).fixes()).singleElement()
                .isInstanceOfSatisfying(Fix.Switch.class, fix -> assertThat(fix.server())
                        .isEqualTo(Server.of("smtp.gmail.com", 587, TlsMode.REQUIRED)));
    }

    @Test
    void proposesTlsFromTheStartForASilentPort() {
        Server server = Server.of("mail.example.org", 465, TlsMode.REQUIRED);
        assertThat(advice(Kind.TIMEOUT, Stage.GREETING, server, Optional.empty()).fixes()).singleElement()
                .isInstanceOfSatisfying(Fix.Switch.class, fix -> assertThat(fix.server())
                        .isEqualTo(server.withTlsMode(TlsMode.IMPLICIT)));
    }

    @Test
    void proposesNoOtherPortWhereItKnowsNone() {
        Server server = Server.of("mail.example.org", 2525, TlsMode.REQUIRED);
        assertThat(advice(Kind.CONNECT, Stage.CONNECT, server, Optional.empty()).fixes()).isEmpty();
    }
}
