// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

/** Mail of an account cannot go anywhere now. The message is one sentence for people and holds no secret. */
public final class NoRouteException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param sentence what is missing, and what to do
     * @param cause what led to it, or null
     */
    public NoRouteException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
