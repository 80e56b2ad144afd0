// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;

/**
 * The configuration cannot be used: an account that does not exist, a damaged file, a certificate file without a
 * certificate. The message is one sentence that names the thing, the reason and the remedy, and holds no secret.
 */
public final class AccountException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one sentence
     */
    public AccountException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message one sentence
     * @param cause what caused it
     */
    public AccountException(String message, Throwable cause) {
        super(message, cause);
    }
}
