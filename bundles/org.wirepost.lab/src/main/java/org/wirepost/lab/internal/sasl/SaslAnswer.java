// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;

/** What the server's side of a mechanism says to a response (RFC 4422). */
public sealed interface SaslAnswer {

    /** Go on: the client is to answer this. */
    record Challenge(byte[] bytes) implements SaslAnswer {
        static Challenge of(String text) {
            return new Challenge(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Signed in as this user. */
    record Success(String user) implements SaslAnswer { }

    /** Wrong credentials: 535. */
    record Refused() implements SaslAnswer { }

    /** Not what the mechanism's grammar has: 501. */
    record Malformed(String words) implements SaslAnswer { }
}
