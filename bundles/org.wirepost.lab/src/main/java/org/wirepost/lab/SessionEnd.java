// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** How a session ended. */
public enum SessionEnd {
    /** QUIT, its reply, and then the end. */
    QUIT,
    /** The client closed in good order without QUIT. */
    CLIENT_CLOSED,
    /** The client's side broke: reset or another error of the connection. */
    CLIENT_BROKE,
    /** The server ended it: a 421, a script, too long a silence. */
    SERVER_ENDED,
    /** The handshake did not succeed. */
    TLS_FAILED,
    /** The server was closed meanwhile. */
    SHUTDOWN,
    /** A fault of the lab itself or of a listener. */
    FAULT
}
