// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Counts what is sent, over all connections, for the progress bar. */
public final class Progress implements DialogueListener {

    private final Screen screen;
    private long messages;
    private long reported;
    private long octets;

    Progress(Screen screen) {
        this.screen = screen;
    }

    /**
     * Says how many messages there are to send; without it there is one, and its own size counts.
     *
     * @param count how many, or 0 when that is not known
     */
    public synchronized void expect(long count) {
        messages = count == 0 ? Long.MAX_VALUE : count;
    }

    /** Says that another message has been reported. */
    public synchronized void reported() {
        reported++;
        if (messages > 0) {
            screen.progress(words(), octets, 0);
        }
    }

    @Override
    public synchronized void on(DialogueEvent event) {
        if (event instanceof DialogueEvent.ContentSent block) {
            octets += block.length();
            if (messages == 0) {
                screen.progress("sending", block.offset() + block.length(), block.total());
            } else {
                screen.progress(words(), octets, 0);
            }
        }
    }

    private String words() {
        return reported + (messages == Long.MAX_VALUE ? " messages" : " of " + messages + " messages");
    }
}
