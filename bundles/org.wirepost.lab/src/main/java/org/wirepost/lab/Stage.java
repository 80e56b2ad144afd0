// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** A moment of the dialogue at which a {@link Script} can step in. */
public enum Stage {
    /** A client has connected; nothing was sent, no handshake begun. */
    CONNECT,
    /** The greeting is due. */
    GREETING,
    /** The reply to EHLO is due; its argument is the client's name. */
    EHLO,
    /** The reply to HELO is due. */
    HELO,
    /** The reply to STARTTLS is due. */
    STARTTLS,
    /** The handshake is about to begin, behind the 220 or right after the connection. */
    TLS_HANDSHAKE,
    /** The reply to the AUTH command is due; the argument is the mechanism. */
    AUTH,
    /** The reply to a line of an authentication exchange is due; the argument is the mechanism. */
    AUTH_STEP,
    /** The reply to MAIL is due. */
    MAIL,
    /** The reply to RCPT is due. */
    RCPT,
    /** The reply to the DATA command is due. */
    DATA,
    /**
     * An octet of the content has been reached, see {@link Script#onContent(long)}. What is sent here comes before
     * the reply to the whole message, which stays due.
     */
    CONTENT,
    /** The reply to a whole message is due, be it behind the dot or behind BDAT LAST; the argument is the sender. */
    END_OF_DATA,
    /** The reply to a chunk other than the last is due, its octets having been read. */
    BDAT,
    /** The reply to RSET is due. */
    RSET,
    /** The reply to NOOP is due. */
    NOOP,
    /** The reply to QUIT is due. */
    QUIT,
    /** The reply to VRFY, EXPN, HELP or a command that is not known is due; the argument is the whole line. */
    OTHER,
    /** Any of the above at which a reply is due. */
    ANY
}
