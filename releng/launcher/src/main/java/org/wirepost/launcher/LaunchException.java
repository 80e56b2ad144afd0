// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

/** The application cannot be run; the message is one sentence that says why and what to do. */
final class LaunchException extends Exception {

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The process was told to end while it was still starting. */
    static LaunchException ending() {
        return new LaunchException("told to end before it started");
    }
}
