// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

/** A JSON text is not what it should be. */
final class JsonFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Makes a fault.
     *
     * @param message what is wrong, as the end of a sentence
     * @param line where, from 1
     */
    JsonFault(String message, int line) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
