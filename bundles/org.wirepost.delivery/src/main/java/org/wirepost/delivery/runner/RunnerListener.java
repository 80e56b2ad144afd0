// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

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
     * An attempt is over, and written down.
     *
     * @param mail the mail as it is now
     * @param report what became of the attempt; its label is the id of the mail
     */
    default void attempted(QueuedMail mail, DeliveryReport report) {
    }

    /**
     * Something that a person should know: an account is held or waits, a mail cannot be read.
     *
     * @param sentence one sentence, without a secret
     */
    default void noted(String sentence) {
    }
}
