// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.time.Duration;
import java.util.function.Predicate;

/** A step of a {@link Dialogue}. */
sealed interface DialogueStep {

    /** What the step is, for the words of a difference. */
    String words();

    /** Sends bytes. */
    record Send(byte[] bytes) implements DialogueStep {
        @Override
        public String words() {
            return "sending";
        }
    }

    /** Expects a line; the description says which. */
    record Expect(String description, Predicate<String> fits) implements DialogueStep {
        @Override
        public String words() {
            return "expecting " + description;
        }
    }

    /** Expects exactly these bytes. */
    record ExpectBytes(byte[] bytes) implements DialogueStep {
        @Override
        public String words() {
            return "expecting " + bytes.length + " octets";
        }
    }

    /** Expects content of any kind and its dot. */
    record AnyContent() implements DialogueStep {
        @Override
        public String words() {
            return "expecting content";
        }
    }

    /** Expects nothing for a while. */
    record Silence(Duration time) implements DialogueStep {
        @Override
        public String words() {
            return "expecting silence for " + time;
        }
    }

    /** Expects the client's end of the connection. */
    record ExpectClose() implements DialogueStep {
        @Override
        public String words() {
            return "expecting the client to close";
        }
    }

    /** The TLS handshake. */
    record StartTls() implements DialogueStep {
        @Override
        public String words() {
            return "the TLS handshake";
        }
    }

    /** Waits. */
    record Delay(Duration time) implements DialogueStep {
        @Override
        public String words() {
            return "waiting for " + time;
        }
    }

    /** Ends the connection in this way. */
    record End(Action.Last how) implements DialogueStep {
        @Override
        public String words() {
            return how.getClass().getSimpleName();
        }
    }

    /** The next connection. */
    record NextConnection() implements DialogueStep {
        @Override
        public String words() {
            return "the end of a connection";
        }
    }
}
