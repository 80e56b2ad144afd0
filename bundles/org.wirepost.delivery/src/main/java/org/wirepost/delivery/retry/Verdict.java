// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.smtp.dialogue.Outcome;

/** What an outcome means for the next try. */
public enum Verdict {

    /** The server took the message over: never again for this recipient. */
    SENT(false, false, false),
    /** Refused for good: never again for this recipient. */
    REFUSED(false, false, false),
    /** Nobody can know whether it was taken (RFC 1047): again only if a person says so. */
    UNKNOWN(false, true, false),
    /** Cancelled from this side before the end: nothing was learned, and it counts for no try. */
    UNTRIED(true, false, false),
    /** A temporary refusal of this recipient or message, or a connection that broke on it. */
    LATER(true, false, false),
    /** A server that makes strangers come back (greylisting): sooner than otherwise. */
    GREYLISTED(true, false, false),
    /** More recipients than the server takes at once (452 4.5.3): the rest goes at once. */
    SPLIT(true, false, false),
    /** The server cannot be reached, says 421, or cannot log anybody in just now: every message to it waits. */
    SERVER_LATER(true, false, true),
    /** The server has had too much of this account: every message waits, and the account goes slower from now on. */
    TOO_MANY(true, false, true),
    /** User or password were refused, or are asked for (530, 534, 535, 538): the account waits for a person. */
    LOGIN(false, true, true),
    /** TLS refused, or the certificate not trusted: the account waits for a person. */
    TRUST(false, true, true),
    /** Something is wrong with the stored message or with Wirepost: this message waits for a person. */
    MESSAGE(false, true, false);

    private final boolean retried;
    private final boolean held;
    private final boolean ofAccount;

    Verdict(boolean retried, boolean held, boolean ofAccount) {
        this.retried = retried;
        this.held = held;
        this.ofAccount = ofAccount;
    }

    /**
     * Judges what became of a message for one recipient.
     *
     * @param outcome the outcome
     * @param failure what went wrong with the message or its session as a whole
     * @return what follows
     */
    public static Verdict of(Outcome outcome, Optional<DeliveryFailure> failure) {
        return Judgement.of(outcome, failure);
    }

    /** Tells whether it is tried again without anybody being asked. */
    public boolean isRetried() {
        return retried;
    }

    /** Tells whether it waits until a person decides. */
    public boolean isHeld() {
        return held;
    }

    /** Tells whether it says something about the account and its server rather than about one message. */
    public boolean isOfAccount() {
        return ofAccount;
    }
}
