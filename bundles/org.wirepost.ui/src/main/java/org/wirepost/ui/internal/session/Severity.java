// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ConnectFailed;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.Decided;
import org.wirepost.smtp.dialogue.DialogueEvent.Deviation;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.StrayReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsFailed;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;

/** How much an event matters, from little to much. */
public enum Severity {
    /** What is always said: commands, content, replies that agree. */
    CHAT,
    /** A fact about the session. */
    NOTE,
    /** Something that may go well later, or that deserves a look: 4xx, a deviation from the standard. */
    WARNING,
    /** Something that failed: 5xx, TLS refused, a broken connection. */
    ERROR;

    /**
     * Returns how much an event matters.
     *
     * @param event the event
     */
    public static Severity of(DialogueEvent event) {
        if (event instanceof CommandSent || event instanceof ContentSent) {
            return CHAT;
        }
        if (event instanceof ReplyReceived received) {
            return of(received.reply());
        }
        if (event instanceof Deviation || event instanceof ConnectFailed) {
            return WARNING;
        }
        if (event instanceof TlsFailed || event instanceof StrayReceived) {
            return ERROR;
        }
        if (event instanceof Closed closed) {
            return closed.failure().isPresent() ? ERROR : NOTE;
        }
        return event instanceof Decided decided ? of(decided.outcome()) : NOTE;
    }

    private static Severity of(Reply reply) {
        return reply.isPermanent() ? ERROR : reply.isTransient() ? WARNING : CHAT;
    }

    private static Severity of(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return NOTE;
        }
        return outcome instanceof Outcome.Deferred ? WARNING : ERROR;
    }
}
