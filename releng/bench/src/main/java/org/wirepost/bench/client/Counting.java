// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** A listener that looks at every event, as a transcript or a progress bar would. */
final class Counting implements DialogueListener {

    private long events;
    private long replies;
    private long content;

    @Override
    public void on(DialogueEvent event) {
        events++;
        if (event instanceof DialogueEvent.ContentSent sent) {
            content += sent.length();
        } else if (event instanceof DialogueEvent.ReplyReceived) {
            replies++;
        }
    }

    /** Fails unless the events told of these octets of content, and of replies to the commands that go with them. */
    void require(long messages, long octets) {
        if (content != octets || replies < 3 * messages || events < replies) {
            throw new IllegalStateException("The events told of " + content + " octets in " + replies
                    + " replies; there were " + octets + " octets in " + messages + " messages");
        }
    }
}
