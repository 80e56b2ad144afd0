// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.time.Duration;
import org.wirepost.lab.ReplyStyle;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/** How the lab server answers: as a good server does, or in one of the ways that every sender must understand. */
public enum LabAnswer {
    /** Takes everything. */
    ACCEPT(Script.script()),
    /** Refuses the first recipient for good and takes the others. */
    REFUSE(Script.script().on(Stage.RCPT).nth(1).reply("550 5.1.1 No such user here")),
    /** Refuses once, for a while, as many servers do with senders that they do not know. */
    GREYLIST(Script.script().on(Stage.RCPT).nthOverall(1)
            .reply("451-4.7.1 Greylisted: we do not know you yet.", "451 4.7.1 Please try again in a few minutes")),
    /** The mailbox has no room at the moment. */
    FULL(Script.script().on(Stage.RCPT).reply("452 4.2.2 The mailbox is full, try again later")),
    /** The message is over the quota, for good. */
    QUOTA(Script.script().on(Stage.END_OF_DATA)
            .reply("552 5.2.2 The message exceeds the storage left in the mailbox")),
    /** Does not accept the password. */
    PASSWORD(Script.script().on(Stage.AUTH).reply("535-5.7.8 Username and Password not accepted. You may need",
            "535 5.7.8 an app password in place of your normal one")),
    /** Closes at the start of the letter, as a server does that is being shut down. */
    SHUTDOWN(Script.script().on(Stage.MAIL).reply("421 4.3.2 The server is shutting down").close()),
    /** Takes the letter and closes the connection without a word: the sender cannot know. */
    SILENT_END(Script.script().on(Stage.END_OF_DATA).swallow().close()),
    /** Falls silent after the letter, so that it has to be cancelled or runs into its time-out. */
    STALL(Script.script().on(Stage.END_OF_DATA).stall()),
    /** Speaks slowly, and reads slowly too. */
    SLOW(slow());

    /** Octets between two pauses in the content. */
    private static final int STEP = 16 * 1024;
    private static final int STEPS = 250;
    private static final int PAUSE_MILLIS = 150;
    private static final int LETTER_MILLIS = 15;

    private final Script script;

    LabAnswer(Script script) {
        this.script = script;
    }

    /** A rule for each pause: after the last one the rest is read at full speed. */
    private static Script slow() {
        Script script = Script.script();
        for (int i = 1; i <= STEPS; i++) {
            script = script.onContent((long) i * STEP).delay(Duration.ofMillis(PAUSE_MILLIS));
        }
        return script.on(Stage.ANY).drip(ReplyStyle.BY_BYTE, Duration.ofMillis(LETTER_MILLIS)).usual();
    }

    Script script() {
        return script;
    }

    /** Returns its name in lists. */
    String label() {
        return switch (this) {
            case ACCEPT -> Messages.accept;
            case REFUSE -> Messages.refuse;
            case GREYLIST -> Messages.greylist;
            case FULL -> Messages.full;
            case QUOTA -> Messages.quota;
            case PASSWORD -> Messages.password;
            case SHUTDOWN -> Messages.shutdown;
            case SILENT_END -> Messages.silentEnd;
            case STALL -> Messages.stall;
            case SLOW -> Messages.slow;
        };
    }

    /** Returns one sentence about what there is to see. */
    String lesson() {
        return switch (this) {
            case ACCEPT -> Messages.acceptLesson;
            case REFUSE -> Messages.refuseLesson;
            case GREYLIST -> Messages.greylistLesson;
            case FULL -> Messages.fullLesson;
            case QUOTA -> Messages.quotaLesson;
            case PASSWORD -> Messages.passwordLesson;
            case SHUTDOWN -> Messages.shutdownLesson;
            case SILENT_END -> Messages.silentEndLesson;
            case STALL -> Messages.stallLesson;
            case SLOW -> Messages.slowLesson;
        };
    }
}
