// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** Whether a {@link LabServer} asks clients for a certificate; only those of its own CA are taken. */
public enum LabClientAuth {
    /** Never asks. */
    NONE,
    /** Asks, and goes on without one. */
    WANTED,
    /** Asks, and ends the handshake of a client that has none. */
    NEEDED
}
