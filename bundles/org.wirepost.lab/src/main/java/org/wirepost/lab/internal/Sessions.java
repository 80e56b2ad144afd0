// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabLimits;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Wire;

/** The sessions of a server: those that run, and the last ones that ended. */
public final class Sessions {

    private final Map<SessionRecord, Wire> running = new LinkedHashMap<>();
    private final Deque<LabSession> ended = new ArrayDeque<>();
    private final Handout<LabSession> handout;
    private final LabLimits limits;
    private boolean closing;

    Sessions(LabLimits limits) {
        this.limits = limits;
        handout = new Handout<>("session ended", limits.keptSessions());
    }

    /** Takes a session in, unless there are too many or the server is closing. */
    synchronized boolean open(SessionRecord session, Wire wire) {
        if (closing || running.size() >= limits.sessions()) {
            return false;
        }
        running.put(session, wire);
        return true;
    }

    void close(SessionRecord session) {
        synchronized (this) {
            running.remove(session);
            ended.addLast(session);
            if (ended.size() > limits.keptSessions()) {
                ended.removeFirst();
            }
            notifyAll();
        }
        handout.add(session);
    }

    /** Closes every connection and waits until the sessions have noticed, at most this long. */
    synchronized void abortAll(Duration patience) {
        closing = true;
        running.values().forEach(Wire::abort);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!running.isEmpty()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return;
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized List<LabSession> all() {
        List<LabSession> all = new ArrayList<>(ended);
        all.addAll(running.keySet());
        all.sort(Comparator.comparingInt(LabSession::number));
        return all;
    }

    public LabSession nextEnded(Duration timeout) throws TimeoutException, InterruptedException {
        return handout.next(timeout);
    }
}
