// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsStarted;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

/** Events as sessions tell them. Times are milliseconds. */
public final class Samples {

    private static final long MILLI = 1_000_000;

    private Samples() {
    }

    /** Returns the beginning of a session. */
    public static SessionStarted started(long millis, String tls) {
        return new SessionStarted(millis * MILLI, "mail.example.org", 587, tls);
    }

    /** Returns a command. */
    public static CommandSent command(long millis, Stage stage, String text) {
        return new CommandSent(millis * MILLI, stage, text, text.length() + 2,
                text.contains(CommandSent.WITHHELD));
    }

    /** Returns a reply. */
    public static ReplyReceived reply(long millis, Stage stage, int code, String... texts) {
        return new ReplyReceived(millis * MILLI, stage, Reply.of(code, texts));
    }

    /** Returns a block of content. */
    public static ContentSent content(long millis, long offset, long length, long total) {
        return new ContentSent(millis * MILLI, offset, length, length + 1, total);
    }

    /** Returns the end of a session. */
    public static Closed closed(long millis) {
        return new Closed(millis * MILLI, Stage.QUIT, Optional.empty());
    }

    /** Returns what a server offers. */
    public static CapabilitiesLearned capabilities(long millis, boolean encrypted, String... lines) {
        String[] texts = new String[lines.length + 1];
        texts[0] = "mail.example.org";
        System.arraycopy(lines, 0, texts, 1, lines.length);
        return new CapabilitiesLearned(millis * MILLI, Capabilities.of(Reply.of(250, texts)), encrypted);
    }

    /** Returns a handshake that ended well, with a certificate that is valid until then. */
    public static List<DialogueEvent> tls(long from, long to, Instant until) {
        CertificateFacts facts = new CertificateFacts("CN=mail.example.org", "CN=Example CA",
                List.of("DNS:mail.example.org"), Instant.parse("2020-01-01T00:00:00Z"), until, "EC 256",
                "SHA256withECDSA", "0A", "sha256//abc=");
        return List.of(new TlsStarted(from * MILLI), new TlsEstablished(to * MILLI,
                new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", "mail.example.org", List.of(facts)), 500, 3000));
    }
}
