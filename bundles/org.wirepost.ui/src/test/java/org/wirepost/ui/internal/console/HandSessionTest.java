// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Prompt;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.console.HandSession.State;
import org.wirepost.ui.internal.console.HandSession.Status;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.session.Severity;

/** Sessions by hand with the lab's server. */
class HandSessionTest {

    private final LinkedBlockingQueue<Status> told = new LinkedBlockingQueue<>();
    private final Recording recording = new SessionLog().begin("by hand");

    private HandSession start(HandSession.Opener opener, boolean authenticate) {
        HandSession[] session = new HandSession[1];
        session[0] = new HandSession(recording, opener, authenticate, () -> told.add(session[0].status()));
        new Thread(session[0]).start();
        return session[0];
    }

    private static AccountSession to(LabServer server) {
        return new AccountSession(ConnectionSettings.of("127.0.0.1", server.port(), TlsMode.NONE),
                Optional.of(new Credentials.Password("anna", Secret.of("tiger-secret"))),
                new AuthSettings(Optional.of("PLAIN"), true, List.of()));
    }

    private Status await(State state) throws InterruptedException {
        for (Status next = told.poll(20, TimeUnit.SECONDS); next != null; next = told.poll(20, TimeUnit.SECONDS)) {
            if (next.state() == state) {
                return next;
            }
        }
        throw new AssertionError("never " + state);
    }

    private static LabServer lab() throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.NONE).account("anna", "tiger-secret").build());
    }

    private List<String> rows() {
        RowModel model = new RowModel();
        model.show(Optional.of(recording));
        model.setAllOpen(true);
        return Told.texts(model);
    }

    @Test
    void sendsALetterLineByLine() throws Exception {
        try (LabServer server = lab()) {
            HandSession session = start(() -> to(server), true);
            await(State.READY);
            for (String line : List.of("MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA")) {
                session.say(line);
                await(State.READY);
            }
            assertThat(session.status().prompt()).isEqualTo(Prompt.TEXT);
            for (String line : List.of("Subject: by hand", "", ".dot", ".")) {
                session.say(line);
                await(State.READY);
            }
            assertThat(session.status().prompt()).isEqualTo(Prompt.COMMAND);
            session.end();
            await(State.CLOSED);
            assertThat(server.messages()).hasSize(1);
        }
        assertThat(rows()).contains("C: MAIL FROM:<a@example.org>", "C: ..dot", "C: .", "C: QUIT");
        assertThat(String.join("\n", rows())).doesNotContain("tiger-secret");
        assertThat(recording.isClosed()).isTrue();
    }

    @Test
    void aRefusedLineIsToldAndTheSessionGoesOn() throws Exception {
        try (LabServer server = lab()) {
            HandSession session = start(() -> to(server), false);
            await(State.READY);
            session.say("STARTTLS");
            assertThat(await(State.READY).sentence()).isPresent();
            session.say("NOOP");
            assertThat(await(State.READY).sentence()).isEmpty();
            session.say("QUIT");
            assertThat(await(State.CLOSED).sentence()).isEmpty();
        }
        assertThat(rows()).doesNotContain("C: STARTTLS").contains("C: NOOP");
    }

    @Test
    void whatKeepsASessionFromBeginningIsRecorded() throws Exception {
        start(() -> {
            throw new SecretException("The variable X is not set");
        }, true);
        assertThat(await(State.CLOSED).sentence()).contains("The variable X is not set");
        assertThat(recording.isClosed()).isTrue();
        assertThat(recording.worst()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aHostWithoutAnAddressEndsTheRecordingToo() throws Exception {
        start(() -> new AccountSession(ConnectionSettings.of("nowhere.invalid", 25, TlsMode.NONE)
                .withResolver(host -> {
                    throw new java.net.UnknownHostException(host);
                }), Optional.empty(), AuthSettings.DEFAULT), false);
        assertThat(await(State.CLOSED).sentence()).isPresent();
        assertThat(recording.isClosed()).isTrue();
        assertThat(recording.worst()).isEqualTo(Severity.ERROR);
    }
}
