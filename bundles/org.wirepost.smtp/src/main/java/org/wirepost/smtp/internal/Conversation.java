// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Says one line and hears one reply. */
public interface Conversation {

    /**
     * Sends a line and waits for the whole reply.
     *
     * @param stage the stage that both belong to
     * @param line what to send; CR, LF and NUL in it are refused
     * @return the reply, whatever its code; a 421 is returned like any other
     * @throws SmtpException when there is no reply, or no proper one; the connection is closed then
     */
    Reply say(Stage stage, Line line) throws SmtpException;

    /**
     * Reports something that deserves a warning.
     *
     * @param stage where
     * @param code short fixed name
     * @param text one sentence, without secrets
     */
    void warn(Stage stage, String code, String text);

    /**
     * Keeps a secret out of the events even when the server echoes it: until the next call, replies that hold one of
     * these texts are shown with a mark in its place.
     *
     * @param texts what to hide, in every form that is sent; none to stop hiding
     */
    void hide(String... texts);
}
