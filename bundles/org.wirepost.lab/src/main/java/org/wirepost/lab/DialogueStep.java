// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.time.Duration;
import java.util.function.Predicate;

/** A step of a {@link Dialogue}. */
sealed interface DialogueStep {

    /** Sends bytes. */
    record Send(byte[] bytes) implements DialogueStep { }

    /** Expects a line; the words say which. */
    record Expect(String words, Predicate<String> fits) implements DialogueStep { }

    /** Expects exactly these bytes. */
    record ExpectBytes(byte[] bytes) implements DialogueStep { }

    /** Expects content of any kind and its dot. */
    record AnyContent() implements DialogueStep { }

    /** Expects nothing for a while. */
    record Silence(Duration time) implements DialogueStep { }

    /** Expects the client's end of the connection. */
    record ExpectClose() implements DialogueStep { }

    /** The TLS handshake. */
    record StartTls() implements DialogueStep { }

    /** Waits. */
    record Delay(Duration time) implements DialogueStep { }

    /** Ends the connection in this way. */
    record End(Action.Last how) implements DialogueStep { }

    /** The next connection. */
    record NextConnection() implements DialogueStep { }
}
