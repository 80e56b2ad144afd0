// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

/**
 * A secret cannot be read or kept. The message is one sentence that names where it should have come from, the reason
 * and the remedy; it never holds a secret.
 */
public final class SecretException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one sentence without any secret
     */
    public SecretException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message one sentence without any secret
     * @param cause what caused it; its message holds no secret either
     */
    public SecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
