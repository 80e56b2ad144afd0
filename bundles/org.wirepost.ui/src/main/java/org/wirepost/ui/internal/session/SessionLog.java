// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * All sessions since the start, in a ring of {@link #LIMIT} rows over all of them: when it is full, the oldest rows of
 * the oldest session that is not pinned go, and a session that is over and has no row left goes with them. May be used
 * on any thread.
 */
@Component(service = SessionLog.class)
public final class SessionLog {

    /** How many rows are kept over all sessions. */
    public static final int LIMIT = 100_000;
    /** How many are dropped at once, so that a full ring costs little. */
    private static final int STEP = 1000;

    private final Object lock = new Object();
    private final List<Recording> recordings = new ArrayList<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final List<Recording> gone = new ArrayList<>();
    private int rows;
    private int number;

    /** Made by the framework. */
    @Activate
    public SessionLog() {
    }

    /** Is told what changes, on whatever thread that happens; must be quick and must not throw. */
    public interface Watcher {

        /** A session begins. */
        void began(Recording recording);

        /** Something was said in a session, or it was pinned or released. */
        void grew(Recording recording);

        /** A session is not kept any more. */
        void removed(Recording recording);
    }

    /**
     * Begins to record a session.
     *
     * @param label what it is called in lists, in the user's language
     * @return the listener to hand to the session
     */
    public Recording begin(String label) {
        Recording recording;
        synchronized (lock) {
            number++;
            recording = new Recording(this, Integer.toString(number), label, Instant.now());
            recordings.add(recording);
        }
        watchers.forEach(watcher -> watcher.began(recording));
        return recording;
    }

    /** Returns the sessions that are kept, oldest first. */
    public List<Recording> recordings() {
        synchronized (lock) {
            return List.copyOf(recordings);
        }
    }

    /**
     * Returns a session that is kept.
     *
     * @param id its id
     */
    public Optional<Recording> find(String id) {
        return recordings().stream().filter(recording -> recording.id().equals(id)).findFirst();
    }

    /** Forgets all sessions that are over and not pinned. */
    public void clear() {
        synchronized (lock) {
            for (Recording recording : List.copyOf(recordings)) {
                if (recording.isClosed() && !recording.isPinned()) {
                    rows -= recording.drop(Integer.MAX_VALUE);
                    forget(recording);
                }
            }
        }
        tellGone();
    }

    /**
     * Has someone told what changes.
     *
     * @param watcher who is told
     */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    Object lock() {
        return lock;
    }

    /** A recording has taken an entry; it holds the lock. */
    void added(Recording growing, int weight) {
        rows += weight;
        while (rows > LIMIT) {
            Recording victim = oldest(recording -> !recording.isPinned())
                    .or(() -> oldest(recording -> true)).orElse(growing);
            rows -= victim.drop(STEP);
            if (victim.rows() == 0 && victim.isClosed() && victim != growing) {
                forget(victim);
            }
        }
    }

    private Optional<Recording> oldest(Predicate<Recording> wanted) {
        return recordings.stream().filter(recording -> recording.rows() > 0).filter(wanted).findFirst();
    }

    private void forget(Recording recording) {
        recordings.remove(recording);
        gone.add(recording);
    }

    /** A recording has taken something; the lock is not held. */
    void grown(Recording recording) {
        watchers.forEach(watcher -> watcher.grew(recording));
        tellGone();
    }

    private void tellGone() {
        List<Recording> told;
        synchronized (lock) {
            told = List.copyOf(gone);
            gone.clear();
        }
        for (Recording recording : told) {
            watchers.forEach(watcher -> watcher.removed(recording));
        }
    }
}
