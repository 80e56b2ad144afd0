// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

/** The part of a session that an event, a failure or an outcome belongs to, in the order of the dialogue. */
public enum Stage {
    /** Finding the addresses of the host name. */
    RESOLVE("resolve"),
    /** Opening the TCP connection. */
    CONNECT("connect"),
    /** The TLS handshake, implicit or after STARTTLS. */
    TLS("tls"),
    /** The server's greeting. */
    GREETING("greeting"),
    /** EHLO or HELO. */
    EHLO("ehlo"),
    /** The STARTTLS command, without the handshake. */
    STARTTLS("starttls"),
    /** The AUTH exchange. */
    AUTH("auth"),
    /** MAIL FROM. */
    MAIL("mail"),
    /** RCPT TO. */
    RCPT("rcpt"),
    /** The DATA command and its 354. */
    DATA("data"),
    /** The octets of the message, by DATA or BDAT. */
    CONTENT("content"),
    /** The final reply to the message. */
    RESULT("result"),
    /** RSET and NOOP between transactions. */
    RESET("reset"),
    /** QUIT and closing. */
    QUIT("quit");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** Returns the lower-case name used in reports and transcripts; it never changes. */
    public String word() {
        return word;
    }
}
