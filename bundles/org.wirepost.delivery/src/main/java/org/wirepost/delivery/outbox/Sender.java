// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The right to send from an outbox, of one process at a time. It dies with its process. Its methods may be called from
 * several threads.
 */
public final class Sender implements AutoCloseable {

    Sender() {
    }

    /**
     * Returns the mails that may be tried now, oldest first: not held, with a recipient that is pending and due, not
     * being sent. A time that was written down counts by the clock of the day, but never makes a mail wait longer than
     * was meant when it was written, even when that clock was set back since.
     *
     * @throws OutboxException when the folder cannot be read
     */
    public List<QueuedMail> due() throws OutboxException {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns how long it is until a mail falls due; zero when one is due now, empty when none will be without a change
     * of the outbox.
     *
     * @throws OutboxException when the folder cannot be read
     */
    public Optional<Duration> untilDue() throws OutboxException {
        throw new UnsupportedOperationException();
    }

    /**
     * Begins an attempt for all pending recipients of a mail, whether they are due or not. That it has begun is on disk
     * when this returns, and so is the room for its result.
     *
     * @param id the full id
     * @return the attempt
     * @throws OutboxException {@code GONE}, {@code STATE} when it is held, already begun, waits for its time or has
     *         nobody pending, {@code DAMAGED}, {@code FULL} when there is no room for the result
     */
    public Attempt begin(String id) throws OutboxException {
        throw new UnsupportedOperationException();
    }

    /** Gives the right to send back. Attempts that are still open are settled by the next sender. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
