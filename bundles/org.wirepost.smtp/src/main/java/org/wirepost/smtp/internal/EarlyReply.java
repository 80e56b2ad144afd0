// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import org.wirepost.smtp.dialogue.Reply;

/** The server answered before the content was complete: there is no point in sending the rest. */
final class EarlyReply extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    EarlyReply(Reply reply) {
        super("The server answered before the message was complete: " + reply);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
