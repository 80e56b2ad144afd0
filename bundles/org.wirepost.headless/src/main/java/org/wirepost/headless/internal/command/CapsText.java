// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.Connected;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsFailed;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.TranscriptLine;
import org.wirepost.transcript.TranscriptText;

/** Collects from a session what the server offers and who it is. */
final class CapsText implements DialogueListener {

    private static final int KEYWORD_WIDTH = 26;

    private final List<String> lines = new ArrayList<>();
    private final TranscriptText words = new TranscriptText();
    private Capabilities before = Capabilities.NONE;
    private Optional<String> tls = Optional.empty();
    private List<String> certificates = List.of();

    @Override
    public void on(DialogueEvent event) {
        if (event instanceof Connected connected) {
            lines.add("Server: " + connected.remote().getAddress().getHostAddress() + " port "
                    + connected.remote().getPort());
        } else if (event instanceof ReplyReceived reply && reply.stage() == Stage.GREETING) {
            lines.add("Greeting: " + Inert.of(reply.reply().toString()));
        } else if (event instanceof TlsEstablished established) {
            tls = Optional.of(established.facts().version() + ", " + established.facts().cipher());
            certificates = chain(event);
        } else if (event instanceof TlsFailed) {
            certificates = chain(event);
        } else if (event instanceof CapabilitiesLearned learned && !learned.capabilities().keywords().isEmpty()) {
            learned(learned);
        }
    }

    private List<String> chain(DialogueEvent event) {
        List<String> chain = new ArrayList<>();
        for (TranscriptLine line : words.lines(event)) {
            // The facts of certificates are set in; the line before them is about the handshake.
            if (line.text().startsWith("  ") || line.text().startsWith("the certificate")) {
                chain.add(line.text());
            }
        }
        return chain;
    }

    private void learned(CapabilitiesLearned learned) {
        Capabilities now = learned.capabilities();
        boolean first = before.keywords().isEmpty();
        lines.add("");
        lines.add((learned.encrypted() ? "Over TLS (" + tls.orElse("") + ")" : "In clear") + ":");
        for (String keyword : now.keywords()) {
            boolean same = first || before.offers(keyword)
                    && before.parameters(keyword).equals(now.parameters(keyword));
            lines.add((same ? "  " : "+ ") + line(now, keyword));
        }
        for (String keyword : before.keywords()) {
            if (!now.offers(keyword)) {
                lines.add("- " + line(before, keyword));
            }
        }
        before = now;
    }

    private static String line(Capabilities capabilities, String keyword) {
        String name = Inert.of((keyword + " " + String.join(" ", capabilities.parameters(keyword))).strip());
        String meaning = Glossary.meaning(keyword, capabilities.parameters(keyword));
        return name.length() < KEYWORD_WIDTH ? name + " ".repeat(KEYWORD_WIDTH - name.length()) + meaning
                : name + "\n  " + " ".repeat(KEYWORD_WIDTH) + meaning;
    }

    /** Returns what is known so far. */
    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (!certificates.isEmpty()) {
            all.add("");
            all.add("Certificates:");
            all.addAll(certificates);
        }
        return all;
    }
}
