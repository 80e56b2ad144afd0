// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * What was said in one session. The session's thread writes, any thread reads; writing is cheap and never waits for a
 * reader longer than a copy takes. Of a log that is full the oldest entries are dropped and counted.
 */
public final class Recording implements DialogueListener {

    private final SessionLog log;
    private final String id;
    private final String label;
    private final Instant started;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next;
    private long droppedRows;
    private int rows;
    private long firstNanos;
    private long lastNanos;
    private boolean closed;
    private boolean pinned;
    private String host = "";
    private Optional<Layout> layout = Optional.empty();
    private Severity worst = Severity.CHAT;

    Recording(SessionLog log, String id, String label, Instant started) {
        this.log = log;
        this.id = id;
        this.label = label;
        this.started = started;
    }

    /**
     * Some entries of a recording.
     *
     * @param droppedRows how many rows are not there any more
     * @param first the sequence number of the first entry that is still there
     * @param entries what was asked for, oldest first
     */
    public record Slice(long droppedRows, long first, List<Entry> entries) {
    }

    /** Returns the name that tells it from all others of this run. */
    public String id() {
        return id;
    }

    /** Returns what it is called in lists: the letter, or what the session is for. */
    public String label() {
        return label;
    }

    /** Returns when it began, by the clock on the wall. */
    public Instant started() {
        return started;
    }

    @Override
    public void on(DialogueEvent event) {
        synchronized (log.lock()) {
            take(event);
        }
        log.grown(this);
    }

    private void take(DialogueEvent event) {
        if (next == 0) {
            firstNanos = event.nanos();
        }
        if (!(event instanceof ContentSent block) || !runTakes(block)) {
            add(event);
        }
        lastNanos = event.nanos();
    }

    private boolean runTakes(ContentSent block) {
        return Optional.ofNullable(entries.peekLast()).flatMap(Entry::content).map(run -> run.takes(block))
                .orElse(false);
    }

    private void add(DialogueEvent event) {
        Optional<ContentRun> run = event instanceof ContentSent block
                ? Optional.of(new ContentRun(block, next == 0 ? block.nanos() : lastNanos)) : Optional.empty();
        Entry entry = new Entry(next++, event, run);
        entries.addLast(entry);
        Severity severity = entry.severity();
        worst = severity.compareTo(worst) > 0 ? severity : worst;
        if (event instanceof SessionStarted session) {
            host = session.host() + ":" + session.port();
            closed = false;
        }
        closed |= event instanceof Closed;
        rows += entry.weight();
        log.added(this, entry.weight());
    }

    /** Drops the oldest entries; the log holds its lock. */
    int drop(int wanted) {
        int gone = 0;
        while (gone < wanted && !entries.isEmpty()) {
            gone += entries.removeFirst().weight();
        }
        rows -= gone;
        droppedRows += gone;
        return gone;
    }

    /** The log holds its lock. */
    int rows() {
        return rows;
    }

    /** Returns host and port, once known; empty until then. */
    public String host() {
        synchronized (log.lock()) {
            return host;
        }
    }

    /**
     * Says what the message is made of that is sent in this session.
     *
     * @param sent the parts as they are sent
     */
    public void carries(Layout sent) {
        synchronized (log.lock()) {
            layout = Optional.of(sent);
        }
    }

    /** Returns what the message is made of that was sent in this session, if the desktop has sent one. */
    public Optional<Layout> layout() {
        synchronized (log.lock()) {
            return layout;
        }
    }

    /** Tells whether the session is over. */
    public boolean isClosed() {
        synchronized (log.lock()) {
            return closed;
        }
    }

    /** Returns the worst that has happened. */
    public Severity worst() {
        synchronized (log.lock()) {
            return worst;
        }
    }

    /** Returns the time stamp of the first event ever, in nanoseconds: times are counted from it. */
    public long firstNanos() {
        synchronized (log.lock()) {
            return firstNanos;
        }
    }

    /** Returns how long it took so far, in nanoseconds, from the first event to the last. */
    public long duration() {
        synchronized (log.lock()) {
            return lastNanos - firstNanos;
        }
    }

    /** Tells whether the user wants to keep it. */
    public boolean isPinned() {
        synchronized (log.lock()) {
            return pinned;
        }
    }

    /**
     * Keeps it from being dropped, or not.
     *
     * @param wanted whether it is kept
     */
    public void setPinned(boolean wanted) {
        synchronized (log.lock()) {
            pinned = wanted;
        }
        log.grown(this);
    }

    /** Returns all entries that are still there. */
    public Slice all() {
        return since(0);
    }

    /**
     * Returns the entries from a sequence number on.
     *
     * @param sequence the first that is wanted
     */
    public Slice since(long sequence) {
        synchronized (log.lock()) {
            LinkedList<Entry> wanted = new LinkedList<>();
            Iterator<Entry> backwards = entries.descendingIterator();
            while (backwards.hasNext()) {
                Entry entry = backwards.next();
                if (entry.sequence() < sequence) {
                    break;
                }
                wanted.addFirst(entry);
            }
            long first = entries.isEmpty() ? next : entries.peekFirst().sequence();
            return new Slice(droppedRows, first, List.copyOf(wanted));
        }
    }
}
