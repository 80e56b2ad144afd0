// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.util.Optional;

/** The server's side of one authentication exchange. */
public interface SaslExchange {

    /** The first challenge if the server speaks first; else the client does, at once or behind an empty challenge. */
    default Optional<byte[]> greeting() {
        return Optional.empty();
    }

    /** Whether the client may send an initial response with the AUTH command. */
    default boolean takesInitialResponse() {
        return true;
    }

    /** Answers a response, already decoded from Base64. */
    SaslAnswer answer(byte[] response);
}
