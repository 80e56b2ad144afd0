// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/**
 * Something a client did that the protocol forbids and the lab let pass.
 *
 * @param kind what it was
 * @param offset for content, the octet of the message as it came over the wire; else the octet of the session
 * @param words one sentence for a person
 */
public record Deviation(Kind kind, long offset, String words) {

    /** What a client can do wrong. */
    public enum Kind {
        /** A line feed without a carriage return in the content (RFC 5321 section 2.3.8). */
        BARE_LF,
        /** A carriage return without a line feed in the content. */
        BARE_CR,
        /** An octet above 127 in a message declared as 7BIT. */
        EIGHT_BIT,
        /** A NUL in a message that is not BINARYMIME. */
        NUL,
        /** A line of more than 998 octets without its CRLF (RFC 5321 section 4.5.3.1.6). */
        LONG_LINE,
        /** A command line that ended with a bare line feed. */
        COMMAND_BARE_LF,
        /** A command line that is not written as the grammar has it, yet is understood. */
        SYNTAX,
        /** Several commands in one go although PIPELINING was not offered (RFC 2920). */
        NOT_PIPELINED,
        /** Something sent behind a command that has to be the last of its group (RFC 2920 section 3.1). */
        OUT_OF_TURN,
        /** Plain text behind STARTTLS, before the handshake: discarded (RFC 3207 section 6). */
        BEHIND_STARTTLS,
        /** Something sent before the greeting (RFC 5321 section 4.3.1). */
        EARLY_TALK
    }
}
