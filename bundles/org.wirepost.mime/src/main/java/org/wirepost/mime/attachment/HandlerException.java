// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;

/** A handler has failed; the message is one sentence for the user that names the handler and the file. */
public final class HandlerException extends IOException {

    private final String owner;
    private final boolean fault;

    /**
     * @param owner the symbolic name of the handler's bundle
     * @param fault whether the handler misbehaved and is set aside, and not merely could not handle the file
     * @param message the sentence
     * @param cause what was thrown, or null if nothing was
     */
    public HandlerException(String owner, boolean fault, String message, Throwable cause) {
        super(message, cause);
        this.owner = owner;
        this.fault = fault;
    }

    /** The symbolic name of the handler's bundle. */
    public String owner() {
        return owner;
    }

    /** Whether the handler misbehaved (hung, threw, lied) and is set aside. */
    public boolean isFault() {
        return fault;
    }
}
