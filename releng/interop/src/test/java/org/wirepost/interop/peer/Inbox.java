// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.util.List;

/** What has arrived at a server. */
interface Inbox {

    /** Returns all that has arrived so far. */
    List<Mail> all() throws IOException;

    /** Waits for the message with an id. */
    Mail await(String messageId) throws IOException;

    /** Waits until a server that queues messages has none left on their way. */
    void awaitQuiet() throws IOException;
}
