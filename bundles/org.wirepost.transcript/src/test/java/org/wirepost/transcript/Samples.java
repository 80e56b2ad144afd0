// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

/** Events for tests. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final long MILLI = 1_000_000;

    private Samples() {
    }

    static CertificateFacts certificate(String notBefore, String notAfter) {
        return new CertificateFacts("CN=mail.example.org", "CN=Example CA", List.of("DNS:mail.example.org"),
                Instant.parse(notBefore), Instant.parse(notAfter), "EC 256", "SHA256withECDSA", "1f",
                "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }

    static TlsFacts tls() {
        return new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", "mail.example.org",
                List.of(certificate("2026-01-01T00:00:00Z", "2026-05-01T12:00:00Z")));
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static InetSocketAddress endpoint(String address, int port) {
        return new InetSocketAddress(address(address), port);
    }

    static DialogueEvent.SessionStarted started(long nanos) {
        return new DialogueEvent.SessionStarted(nanos, "mail.example.org", 587, "required");
    }

    static DialogueEvent.CommandSent sent(long nanos, Stage stage, String text) {
        return new DialogueEvent.CommandSent(nanos, stage, text, text.length() + 2, false);
    }

    static DialogueEvent.ReplyReceived received(long nanos, Stage stage, int code, String... texts) {
        return new DialogueEvent.ReplyReceived(nanos, stage, Reply.of(code, texts));
    }

    static DialogueEvent.ContentSent content(long nanos, long offset, long length, long total) {
        return new DialogueEvent.ContentSent(nanos, offset, length, length, total);
    }

    static DialogueEvent.CapabilitiesLearned learned(long nanos, boolean encrypted, String... texts) {
        return new DialogueEvent.CapabilitiesLearned(nanos, Capabilities.of(Reply.of(250, texts)), encrypted);
    }

    static DialogueEvent.Closed closed(long nanos, String failure) {
        return new DialogueEvent.Closed(nanos, Stage.QUIT, Optional.ofNullable(failure));
    }

    static Outcome refused() {
        Reply reply = Reply.of(550, "5.1.1 No such user");
        return new Outcome.Refused("bo@example.org", Stage.RCPT, Optional.of(reply),
                "The server refused the recipient");
    }

    static Outcome accepted() {
        return new Outcome.Accepted("ann@example.org", Stage.RESULT, Optional.of(Reply.of(250, "2.0.0 queued")), "");
    }

    /** One event of each kind, in an order that could happen, a millisecond apart. */
    static List<DialogueEvent> oneOfEach() {
        return List.of(started(0),
                new DialogueEvent.Resolved(MILLI, "mail.example.org",
                        List.of(address("192.0.2.1"), address("2001:db8::1"))),
                new DialogueEvent.Connecting(2 * MILLI, endpoint("2001:db8::1", 587)),
                new DialogueEvent.ConnectFailed(3 * MILLI, endpoint("2001:db8::1", 587), "connection refused"),
                new DialogueEvent.Connected(4 * MILLI, endpoint("192.0.2.1", 587), endpoint("192.0.2.9", 40_000)),
                received(5 * MILLI, Stage.GREETING, 220, "mail.example.org ESMTP"),
                sent(6 * MILLI, Stage.EHLO, "EHLO client.example.org"),
                learned(7 * MILLI, false, "mail.example.org", "STARTTLS", "SIZE 1000"),
                new DialogueEvent.TlsStarted(8 * MILLI),
                new DialogueEvent.TlsEstablished(9 * MILLI, tls(), 517, 2900),
                new DialogueEvent.TlsFailed(10 * MILLI, "the certificate has expired", tls().chain(), 517, 2900),
                new DialogueEvent.Deviation(11 * MILLI, Stage.EHLO, "bare-lf", "A line ended with LF alone"),
                content(12 * MILLI, 0, 100, 100),
                new DialogueEvent.StrayReceived(13 * MILLI, Stage.RESULT, "\u0000\u001b\u00ff", 3),
                new DialogueEvent.Decided(14 * MILLI, refused()),
                closed(15 * MILLI, "the connection broke"));
    }
}
