// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** Something cannot be done with the outbox. The message is one sentence for people: what, why, what to do. */
public final class OutboxException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** The disk is full or a quota used up; nothing was changed. */
        FULL,
        /** The disk or the folder fails. What was to be done is not done, or nobody can rely on it. */
        DISK,
        /** The mail is being sent at this moment. */
        SENDING,
        /** Another process is changing the outbox and did not finish in time. */
        BUSY,
        /** There is no such mail, or not any more. */
        GONE,
        /** The beginning of an id fits several mails. */
        AMBIGUOUS,
        /** The mail is held, not due, or in a state in which this makes no sense. */
        STATE,
        /** What is stored of the mail is damaged. */
        DAMAGED
    }

    private final Kind kind;

    /**
     * Makes an exception.
     *
     * @param kind what is in the way
     * @param sentence one sentence
     * @param cause what led to it, or null
     */
    public OutboxException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    /** Returns what is in the way. */
    public Kind kind() {
        return kind;
    }
}
