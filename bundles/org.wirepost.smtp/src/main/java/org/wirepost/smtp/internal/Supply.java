// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.wirepost.smtp.Submission;

/**
 * The messages still to be sent. Asking whether there is another one is what has it made ready, so it can be asked
 * ahead, while a reply is under way. Nothing is taken out by that: when the connection is lost, a message that was made
 * ready is still its owner's.
 */
final class Supply {

    /** Nothing follows. */
    static final Supply NONE = new Supply(Collections.emptyIterator());

    private final Iterator<Submission> submissions;
    private boolean asked;
    private boolean more;
    private Optional<Throwable> fault = Optional.empty();

    Supply(Iterator<Submission> submissions) {
        this.submissions = submissions;
    }

    /** Asks ahead; what the iterator throws is kept until it is its turn, for a message is in the middle of its way. */
    void lookAhead() {
        if (!asked) {
            try {
                more = submissions.hasNext();
            } catch (RuntimeException | Error e) {
                fault = Optional.of(e);
            }
            asked = true;
        }
    }

    /** Tells whether there is another message; throws what the iterator throws. */
    boolean hasNext() {
        lookAhead();
        throwFault();
        return more;
    }

    /** Throws what the iterator has thrown, if it did. */
    void throwFault() {
        if (fault.isPresent()) {
            if (fault.get() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault.get();
        }
    }

    /** Takes the next message. */
    Submission next() {
        asked = false;
        return submissions.next();
    }
}
