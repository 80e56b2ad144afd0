// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.internal.content.MessageStore;

/** The messages a server has taken over, the last ones kept. */
public final class Messages {

    private final Deque<StoredMessage> kept = new ArrayDeque<>();
    private final Handout<StoredMessage> handout;
    private final MessageStore store;
    private final int most;
    private final AtomicLong numbers = new AtomicLong();
    private long count;

    Messages(MessageStore store, int most) {
        this.store = store;
        this.most = most;
        handout = new Handout<>("message", most);
    }

    /** The next number for a message. */
    long nextNumber() {
        return numbers.incrementAndGet();
    }

    MessageStore store() {
        return store;
    }

    void add(StoredMessage message) {
        synchronized (this) {
            count++;
            kept.addLast(message);
            if (kept.size() > most) {
                store.forget(kept.removeFirst().content());
            }
        }
        handout.add(message);
    }

    public synchronized List<StoredMessage> kept() {
        return List.copyOf(kept);
    }

    public synchronized long count() {
        return count;
    }

    public StoredMessage next(Duration timeout) throws TimeoutException, InterruptedException {
        return handout.next(timeout);
    }
}
