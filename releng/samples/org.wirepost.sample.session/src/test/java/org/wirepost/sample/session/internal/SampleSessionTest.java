// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.session.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.wirepost.lab.Dialogue;
import org.wirepost.lab.DialogueServer;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpConnection;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** The samples in a session with a server that keeps to a script. */
class SampleSessionTest {

    private static final Credentials ANN = new Credentials.Password("ann", Secret.of("open sesame"));
    private static final String SAID = Base64.getEncoder().encodeToString("ann\0open sesame".getBytes());

    private final List<DialogueEvent> events = new ArrayList<>();

    private static Dialogue greeting() {
        return Dialogue.script().send("220 lab.example ESMTP").expectMatching("EHLO .*")
                .send("250-lab.example", "250 AUTH PLAIN X-TICKET");
    }

    private static SmtpConnection connect(DialogueServer server, DialogueListener listener) throws SmtpException {
        SmtpConnection connection = new SmtpConnection(
                ConnectionSettings.of(server.address().getHostAddress(), server.port(), TlsMode.NONE), listener);
        connection.connect();
        return connection;
    }

    private static AuthSettings settings(boolean clearTextAllowed) {
        return new AuthSettings(Optional.empty(), clearTextAllowed, List.of(new TicketFactory()));
    }

    @Test
    void theMechanismIsPreferredToTheBuiltInOnesAndItsAnswerIsShownToNobody() throws Exception {
        Dialogue script = greeting().expect("AUTH X-TICKET " + SAID).send("235 2.7.0 Welcome")
                .expect("QUIT").send("221 2.0.0 Bye").close();
        try (DialogueServer server = script.start(); SmtpConnection connection = connect(server, events::add)) {
            assertThat(connection.authenticate(ANN, settings(true))).isEqualTo("X-TICKET");
            connection.quit();
            server.verify();
        }
        assertThat(events).isNotEmpty().noneMatch(event -> event.toString().contains(SAID));
    }

    @Test
    void theMechanismIsNotUsedWhereEverybodyCanRead() throws Exception {
        try (DialogueServer server = greeting().expectClose().start();
                SmtpConnection connection = connect(server, DialogueListener.NONE)) {
            assertThatThrownBy(() -> connection.authenticate(ANN, settings(false)))
                    .isInstanceOf(SmtpException.class).hasMessageContaining("X-TICKET");
        }
    }

    @Test
    void theListenerLogsWhatAServerDoesOtherwise() throws Exception {
        List<String> lines = new ArrayList<>();
        Dialogue script = Dialogue.script().sendBytes("220 lab.example ESMTP\n".getBytes()).expectMatching("EHLO .*")
                .send("250 lab.example").expect("QUIT").send("221 2.0.0 Bye").close();
        try (DialogueServer server = script.start();
                SmtpConnection connection = connect(server, new DeviationLog(lines::add))) {
            connection.quit();
            server.verify();
        }
        assertThat(lines).singleElement().asString().startsWith("greeting, bare-lf: ");
    }
}
