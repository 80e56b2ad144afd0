// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.wirepost.lab.DialogueServer;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabServer;

/** Settings and messages that the tests of this bundle share. */
final class Peer {

    static final LabCertificate CERTIFICATE = LabCertificate.create();
    static final TlsSettings TRUST = TlsSettings.DEFAULT.withAuthorities(List.of(CERTIFICATE.ca()));
    static final String LETTER = "From: <a@example.org>\r\nTo: <b@example.org>\r\nSubject: hi\r\n\r\nHello\r\n.\r\n";
    static final Envelope ENVELOPE = Envelope.of("a@example.org", "b@example.org");

    private Peer() {
    }

    static ConnectionSettings settings(int port, TlsMode mode) {
        return ConnectionSettings.of("localhost", port, mode).withTls(TRUST).withEhloName("me.example")
                .withResolver(host -> List.of(java.net.InetAddress.getByName("127.0.0.1")))
                .withTimeouts(Timeouts.all(Duration.ofSeconds(10)));
    }

    static ConnectionSettings plain(DialogueServer server) {
        return settings(server.port(), TlsMode.NONE);
    }

    static ConnectionSettings to(LabServer server, TlsMode mode) {
        return settings(server.port(), mode);
    }

    static OutgoingContent content(String text) {
        return OutgoingContent.of(text.getBytes(UTF_8));
    }

    static Submission letter(String... recipients) {
        return new Submission(Envelope.of("a@example.org", recipients), content(LETTER));
    }
}
