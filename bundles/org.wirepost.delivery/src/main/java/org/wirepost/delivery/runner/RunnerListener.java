// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Is told what a runner does, from several threads, and must be quick. */
@ConsumerType
public interface RunnerListener {

    /** Wants to know nothing. */
    RunnerListener NONE = new RunnerListener() { };

    /**
     * Gives a listener for a session that is opened.
     *
     * @param account whose session
     * @return told every event of it
     */
    default DialogueListener session(String account) {
        return DialogueListener.NONE;
    }

    /**
     * An attempt has begun, and is written down; its session may still have to be opened, or be at the mail before.
     *
     * @param mail the mail as it is now
     */
    default void began(QueuedMail mail) {
    }

    /**
     * An attempt is over, and written down.
     *
     * @param mail the mail as it is now
     * @param report what became of the attempt; its label is the id of the mail
     */
    default void attempted(QueuedMail mail, DeliveryReport report) {
    }

    /**
     * An account is held, for its login or its certificate was refused; a person has to mend that.
     *
     * @param account its name
     * @param words why, in one sentence
     */
    default void held(String account, String words) {
    }

    /**
     * The server of an account has no time for anybody, and is left in peace for a while.
     *
     * @param account its name
     * @param until when it is tried again
     * @param words why
     */
    default void paused(String account, Instant until, String words) {
    }

    /**
     * The mail of an account can go nowhere: there is no such account, or its secret is missing.
     *
     * @param account its name
     * @param words what is missing, in one sentence
     */
    default void closed(String account, String words) {
    }

    /**
     * An account goes again, for its login is another one than was refused.
     *
     * @param account its name
     */
    default void reopened(String account) {
    }

    /**
     * Something else that a person should know, such as that a mail cannot be read.
     *
     * @param sentence one sentence, without a secret
     */
    default void noted(String sentence) {
    }
}
