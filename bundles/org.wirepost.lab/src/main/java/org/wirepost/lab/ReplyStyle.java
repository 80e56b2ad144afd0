// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/**
 * How replies are cut into writes. Every write is its own {@code send} on a socket with TCP_NODELAY (and its own
 * record under TLS), so that a client sees replies arrive in pieces.
 */
public enum ReplyStyle {
    /** As a real server does it: the replies to everything read so far in one write. */
    WHOLE,
    /** Each line in a write of its own. */
    BY_LINE,
    /** Each byte in a write of its own. */
    BY_BYTE
}
