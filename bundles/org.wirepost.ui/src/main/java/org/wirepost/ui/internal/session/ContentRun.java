// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;

/**
 * Blocks of content that were sent one behind the other: one row for people, and still every block for an export.
 * Written by the session's thread, read by others.
 */
public final class ContentRun {

    /** Blocks kept one by one; those behind them are added to the last. */
    private static final int LIMIT = 10_000;
    private static final int FIELDS = 3;
    private static final int FIRST_ROOM = 8;

    private final long offset;
    private final long total;
    private final long before;
    private long[] blocks = new long[FIRST_ROOM * FIELDS];
    private int kept;
    private long count;
    private long length;

    /**
     * @param first the first block
     * @param before when the event before it happened: from then on it was under way
     */
    ContentRun(ContentSent first, long before) {
        this.offset = first.offset();
        this.total = first.total();
        this.before = before;
        add(first);
    }

    /** Takes a block, if it goes on where the last one ended. */
    synchronized boolean takes(ContentSent block) {
        boolean next = block.total() == total && block.offset() == offset + length && block.offset() > 0;
        if (next) {
            add(block);
        }
        return next;
    }

    private synchronized void add(ContentSent block) {
        if (kept < LIMIT) {
            kept++;
            if (kept * FIELDS > blocks.length) {
                blocks = Arrays.copyOf(blocks, blocks.length * 2);
            }
        }
        int at = (kept - 1) * FIELDS;
        blocks[at] = block.nanos();
        blocks[at + 1] += block.length();
        blocks[at + 2] += block.octets();
        length += block.length();
        count++;
    }

    /** Returns where the run begins in the message, in octets. */
    public long offset() {
        return offset;
    }

    /** Returns the size of the whole message, in octets. */
    public long total() {
        return total;
    }

    /** Returns how many octets of the message were sent so far. */
    public synchronized long length() {
        return length;
    }

    /** Returns how many blocks there were. */
    public synchronized long count() {
        return count;
    }

    /** Returns when the last block had been sent. */
    public synchronized long lastNanos() {
        return blocks[(kept - 1) * FIELDS];
    }

    /** Returns how long sending took so far, in nanoseconds. */
    public synchronized long duration() {
        return Math.max(0, lastNanos() - before);
    }

    /** Returns the blocks as events. */
    public synchronized List<ContentSent> blocks() {
        List<ContentSent> all = new ArrayList<>(kept);
        long at = offset;
        for (int i = 0; i < kept * FIELDS; i += FIELDS) {
            all.add(new ContentSent(blocks[i], at, blocks[i + 1], blocks[i + 2], total));
            at += blocks[i + 1];
        }
        return all;
    }
}
