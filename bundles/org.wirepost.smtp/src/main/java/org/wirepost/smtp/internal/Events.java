// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Makes the events, stamps them and tells the listener; a listener that throws is not told any more. */
final class Events {

    private static final int SHOWN = 4096;

    private DialogueListener listener;

    Events(DialogueListener listener) {
        this.listener = listener;
    }

    void tell(DialogueEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            listener = DialogueListener.NONE;
        }
    }

    static long now() {
        return System.nanoTime();
    }

    void sent(Stage stage, Line line, int octets) {
        tell(new DialogueEvent.CommandSent(now(), stage, line.shown(), octets, line.withheld()));
    }

    void content(long offset, long length, long octets, long total) {
        tell(new DialogueEvent.ContentSent(now(), offset, length, octets, total));
    }

    void received(Stage stage, Reply reply) {
        tell(new DialogueEvent.ReplyReceived(now(), stage, reply));
    }

    void stray(Stage stage, byte[] octets) {
        if (octets.length > 0) {
            String text = new String(octets, 0, Math.min(octets.length, SHOWN), StandardCharsets.ISO_8859_1);
            tell(new DialogueEvent.StrayReceived(now(), stage, text, octets.length));
        }
    }

    void deviation(Stage stage, String code, String text) {
        tell(new DialogueEvent.Deviation(now(), stage, code, text));
    }

    void capabilities(Capabilities capabilities, boolean encrypted) {
        tell(new DialogueEvent.CapabilitiesLearned(now(), capabilities, encrypted));
    }

    void decided(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            tell(new DialogueEvent.Decided(now(), outcome));
        }
    }
}
