// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.smtp.Envelope;

/** One line of a mail's journal. Recipients are numbered as in the envelope, from 0. */
public sealed interface Entry {

    /** Returns when it was written, to the millisecond. */
    Instant time();

    /**
     * The first entry of every journal: what the mail is.
     *
     * @param checksum CRC-32C of the content
     * @param reserved how long the journal was made; one that is shorter has lost something
     */
    record Card(Instant time, String account, String label, String subject, Optional<String> messageId, long size,
            int checksum, boolean allOrNone, Envelope envelope, Optional<Instant> notBefore, Optional<Instant> expires,
            long reserved) implements Entry {

        /** Returns this card with another length of the journal; it does not become longer or shorter by that. */
        Card withReserved(long length) {
            return new Card(time, account, label, subject, messageId, size, checksum, allOrNone, envelope, notBefore,
                    expires, length);
        }
    }

    /** An attempt begins. */
    record Begun(Instant time, int attempt, long reserved) implements Entry { }

    /** From here on the mail may have reached these. */
    record Dot(Instant time, int attempt, BitSet recipients) implements Entry { }

    /** An attempt ends. */
    record Results(Instant time, int attempt, List<Result> results) implements Entry { }

    /** What an attempt brought for one recipient. */
    record Result(int recipient, RecipientState state, String reason, Optional<String> reply,
            Optional<Instant> nextTry) { }

    /** The mail is held. */
    record Held(Instant time, String reason) implements Entry { }

    /** The mail is let go, and due at once. */
    record Released(Instant time) implements Entry { }

    /** The mail is not sent before another time, or before none. */
    record Scheduled(Instant time, Optional<Instant> notBefore) implements Entry { }

    /** A person has it sent again where it is unknown or refused. */
    record Resent(Instant time) implements Entry { }

    /** A person says that it has arrived where it is unknown. */
    record MarkedSent(Instant time) implements Entry { }
}
