// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.Sender;
import org.wirepost.ui.internal.work.Background;

/** Competes with other processes for being the one that sends from the outbox, turn by turn, in the background. */
final class SenderTurns {

    private static final long TURN_MILLIS = 1000;
    private static final long TROUBLE_MILLIS = 5000;
    private static final long SECONDS_TO_END = 6;

    private final Work work;
    private final Background background;
    private final Post.Events events;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean elsewhere;
    private volatile boolean closed;

    /** What a turn is for. */
    interface Work {

        /** Returns the store, opened if need be. */
        Outbox outbox() throws OutboxException;

        /** Sends as long as that goes; closes the sender. */
        void send(Sender sender) throws OutboxException;
    }

    SenderTurns(Work work, Background background, Post.Events events) {
        this.work = work;
        this.background = background;
        this.events = events;
    }

    /** Begins in the background. */
    void start() {
        background.execute(this::turn);
    }

    /** Tells whether another process sends from the outbox. */
    boolean isElsewhere() {
        return elsewhere;
    }

    boolean isClosed() {
        return closed;
    }

    private void turn() {
        if (closed) {
            ended.countDown();
            return;
        }
        try {
            compete();
            again(TURN_MILLIS);
        } catch (OutboxException e) {
            events.trouble(e.getMessage());
            again(TROUBLE_MILLIS);
        } catch (RuntimeException | Error e) {
            events.defect(e);
            again(TROUBLE_MILLIS);
        }
    }

    private void compete() throws OutboxException {
        Outbox outbox = work.outbox();
        events.changed();
        Optional<Sender> sender = outbox.acquire();
        boolean other = sender.isEmpty();
        if (other != elsewhere) {
            elsewhere = other;
            events.changed();
        }
        if (sender.isPresent()) {
            work.send(sender.get());
        }
    }

    private void again(long millis) {
        if (closed) {
            ended.countDown();
        } else {
            background.later(this::turn, millis);
        }
    }

    /** There is no further turn. */
    void close() {
        closed = true;
    }

    /** Waits a moment for the end of the last turn. */
    void awaitEnd() throws InterruptedException {
        ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
