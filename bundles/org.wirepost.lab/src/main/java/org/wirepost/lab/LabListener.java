// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what happens at a {@link LabServer} while it happens. Calls come on the thread of the session, so a slow
 * listener slows that session; an exception thrown here ends it.
 */
@ConsumerType
public interface LabListener {

    /** A client has connected. */
    default void sessionStarted(LabSession session) { }

    /** A line of the dialogue, without secrets, as in {@link LabSession#transcript()}. */
    default void line(LabSession session, TranscriptLine line) { }

    /** A message was taken over; the reply to it has not been sent yet. */
    default void messageStored(LabSession session, StoredMessage message) { }

    /** The connection is closed. */
    default void sessionEnded(LabSession session) { }

    /** A listener that minds nothing. */
    static LabListener silent() {
        return new LabListener() { };
    }
}
