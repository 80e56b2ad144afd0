// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

/** The address of a server cannot be understood. The message is one sentence; it never repeats a password. */
public final class ServerUriException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    ServerUriException(String message, int position) {
        super(message + " (position " + position + ")");
        this.position = position;
    }

    /** Returns the position of the fault in the text, from 1. */
    public int position() {
        return position;
    }
}
