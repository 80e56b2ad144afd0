// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told every event of a session, in order, on the session's own thread.
 *
 * <p>It must be quick and must not throw: what it throws is dropped and the listener is not told any further events of
 * that session. Published as a service it is told of every session.
 */
@ConsumerType
@FunctionalInterface
public interface DialogueListener {

    /** Does nothing. */
    DialogueListener NONE = event -> { };

    /**
     * Takes one event.
     *
     * @param event the event; immutable
     */
    void on(DialogueEvent event);
}
