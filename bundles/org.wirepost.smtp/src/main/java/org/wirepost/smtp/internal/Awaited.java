// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.time.Duration;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.dialogue.Stage;

/**
 * A reply that is awaited.
 *
 * @param kind what it answers
 * @param transaction the message it belongs to
 * @param recipient which recipient, for RCPT
 * @param end where in the stream what is to be answered ends
 */
record Awaited(Kind kind, Transaction transaction, int recipient, long end) {

    /** What a reply answers. */
    enum Kind {
        RESET(Stage.RESET),
        MAIL(Stage.MAIL),
        RCPT(Stage.RCPT),
        DATA(Stage.DATA),
        /** A chunk that is not the last. */
        CHUNK(Stage.CONTENT),
        RESULT(Stage.RESULT),
        /** The lone dot that ends a DATA which nobody wanted. */
        NOTHING(Stage.RESULT);

        private final Stage stage;

        Kind(Stage stage) {
            this.stage = stage;
        }

        Stage stage() {
            return stage;
        }
    }

    Stage stage() {
        return kind.stage();
    }

    Duration limit(Timeouts timeouts) {
        return kind == Kind.RESULT ? timeouts.result() : timeouts.command();
    }
}
