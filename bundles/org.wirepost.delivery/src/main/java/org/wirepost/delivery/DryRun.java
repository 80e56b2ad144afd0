// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

/** How far a delivery goes without sending anything. */
public enum DryRun {
    /** No dry run: the message is sent. */
    NONE,
    /** The message is planned; nothing is opened. */
    RENDER,
    /** Connects, with TLS and EHLO, then QUIT. */
    CONNECT,
    /** Connects and authenticates, then QUIT. */
    AUTH,
    /** Also asks about sender and recipients by MAIL and RCPT, then RSET and QUIT. */
    RCPT;

    /** Returns the lower-case word used on the command line and in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
