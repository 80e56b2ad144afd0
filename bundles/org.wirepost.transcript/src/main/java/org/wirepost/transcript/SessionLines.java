// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import org.wirepost.smtp.dialogue.DialogueEvent;

/** Writes down the events of one session, in one format. */
interface SessionLines {

    /**
     * Writes an event down.
     *
     * @param event the next event
     * @param numbered whether lines for people need the number of their session
     * @return no line or more, each with its line end
     */
    String write(DialogueEvent event, boolean numbered);
}
