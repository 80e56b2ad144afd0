// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;

/**
 * An event as it is kept; blocks of content that follow each other are one entry.
 *
 * @param sequence counts the entries of a recording from 0, also those that were dropped
 * @param event the event; of content, the first block
 * @param content the blocks, for content
 */
public record Entry(long sequence, DialogueEvent event, Optional<ContentRun> content) {

    private static final int OCTETS_FOR_ONE_ROW = 1000;

    /** Returns how much the entry matters. */
    public Severity severity() {
        return Severity.of(event);
    }

    /** Returns all events that the entry stands for. */
    public List<? extends DialogueEvent> events() {
        return content.<List<? extends DialogueEvent>>map(ContentRun::blocks).orElse(List.of(event));
    }

    /** Returns how many rows the entry counts as: one for each line of a reply, more for long ones. */
    int weight() {
        if (event instanceof ReplyReceived received) {
            return received.reply().lines().size() + received.reply().length() / OCTETS_FOR_ONE_ROW;
        }
        return 1;
    }
}
