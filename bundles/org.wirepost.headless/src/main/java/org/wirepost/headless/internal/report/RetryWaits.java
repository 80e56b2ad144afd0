// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.wirepost.delivery.retry.Wait;
import org.wirepost.headless.internal.Stop;
import org.wirepost.headless.internal.server.TimeText;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.transcript.Inert;

/** Waits before deferred messages are sent again, and says so on standard error; Ctrl-C ends the wait. */
public final class RetryWaits implements Predicate<Wait> {

    private final Screen screen;
    private final Stop stop;
    private final int most;
    private final boolean quiet;

    /**
     * Prepares to wait.
     *
     * @param screen where to say so
     * @param stop ends the wait
     * @param most how often it is tried again at most
     * @param quiet whether to say nothing
     */
    public RetryWaits(Screen screen, Stop stop, int most, boolean quiet) {
        this.screen = screen;
        this.stop = stop;
        this.most = most;
        this.quiet = quiet;
    }

    @Override
    public boolean test(Wait wait) {
        if (!quiet) {
            screen.note("wirepost: " + words(wait));
        }
        CountDownLatch stopped = new CountDownLatch(1);
        stop.onStop(stopped::countDown);
        try {
            return !stopped.await(wait.time().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String words(Wait wait) {
        StringBuilder words = new StringBuilder("Trying again in ").append(TimeText.words(wait.time()));
        if (wait.messages() == 0) {
            return words.append("; Ctrl-C gives up.").toString();
        }
        words.append(" (").append(wait.round()).append(" of ").append(most).append("): ")
                .append(Inert.of(wait.recipient()));
        if (wait.recipients() > 1) {
            words.append(" and ").append(wait.recipients() - 1).append(" more");
        }
        if (wait.messages() > 1) {
            words.append(", of ").append(wait.messages()).append(" messages");
        }
        return words.append(", ").append(Inert.of(wait.words().strip())).append("  (Ctrl-C gives up)").toString();
    }

    /** Says at the end that nothing is tried any more, if that was broken off. */
    public void end() {
        if (most > 0 && stop.isStopped()) {
            screen.note("wirepost: Stopped before the next try; nothing was sent to those who are deferred.");
        }
    }
}
