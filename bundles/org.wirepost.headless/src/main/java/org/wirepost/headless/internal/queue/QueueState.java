// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.util.List;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.outbox.QueuedMail;

/** What the state of an outbox means for the exit code of the one who sends from it. */
public final class QueueState {

    private QueueState() {
    }

    /**
     * Returns the code of what is left in an outbox. What is refused counts in the run that found out, not here.
     *
     * @param mails all mails
     * @param times tells what should have gone by now
     * @return OK when nothing is left but what is scheduled for later; TEMPFAIL when something waits for another try;
     *         CONFIG when something is held; IOERR when something is unknown
     */
    public static ExitCode of(List<QueuedMail> mails, Times times) {
        ExitCode worst = ExitCode.OK;
        for (QueuedMail mail : mails) {
            worst = worst.worse(of(mail, times));
        }
        return worst;
    }

    private static ExitCode of(QueuedMail mail, Times times) {
        return switch (mail.state()) {
            case SENT, REFUSED -> ExitCode.OK;
            case SENDING, DEFERRED -> ExitCode.TEMPFAIL;
            case QUEUED -> mail.notBefore().filter(time -> time.isAfter(times.now())).isPresent() ? ExitCode.OK
                    : ExitCode.TEMPFAIL;
            case HELD -> ExitCode.CONFIG;
            case UNKNOWN -> ExitCode.IOERR;
        };
    }
}
