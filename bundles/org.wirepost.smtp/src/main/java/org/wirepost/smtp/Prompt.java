// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

/** What the server waits for in a dialogue that is held by hand, see {@link SmtpConnection#say(String, boolean)}. */
public enum Prompt {
    /** A command. */
    COMMAND,
    /** An answer to the challenge of a 334 (RFC 4954 section 4); it is withheld from events. */
    SASL_ANSWER,
    /** A line of the message after a 354; a dot alone ends it (RFC 5321 section 4.1.1.4). */
    TEXT
}
