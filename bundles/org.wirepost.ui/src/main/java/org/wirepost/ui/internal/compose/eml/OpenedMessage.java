// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import java.nio.file.Path;
import java.util.List;

/**
 * A message file as a letter to write on.
 *
 * @param from address of the author; empty when there is none
 * @param to the line of primary recipients
 * @param cc the line of those who get a copy
 * @param bcc the line of those who get a blind copy
 * @param replyTo the line where replies go
 * @param subject the subject
 * @param text the plain text with LF line ends
 * @param inReplyTo ids of the messages it answers
 * @param references ids of the thread
 * @param files the files that were in it, unpacked
 * @param fidelity what is lost when it is written on
 */
public record OpenedMessage(String from, String to, String cc, String bcc, String replyTo, String subject, String text,
        List<String> inReplyTo, List<String> references, List<Unpacked> files, Fidelity fidelity) {

    /** What is lost when a message is written on. */
    public enum Fidelity {
        /** Nothing. */
        WHOLE,
        /** Its HTML version. */
        WITHOUT_HTML,
        /** It cannot be written on: it has no plain text, or it is signed or encrypted. */
        AS_IT_IS
    }

    /**
     * A file that was in the message.
     *
     * @param file where it is now
     * @param inline whether the text showed it
     */
    public record Unpacked(Path file, boolean inline) {
    }

    /** Copies the lists. */
    public OpenedMessage {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }
}
