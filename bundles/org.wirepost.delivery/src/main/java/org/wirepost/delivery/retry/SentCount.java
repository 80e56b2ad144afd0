// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Counts what an account has sent, so that no span of time holds more than its rate allows: exactly for a minute by
 * seconds, and for an hour by half minutes, both rounded to the careful side. One thread only; its {@linkplain #text()
 * text} goes to the disk, so that it counts across processes.
 */
public final class SentCount {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int COARSE = 30;
    private static final int LONGEST_TEXT = 8192;

    private final Deque<Slot> seconds = new ArrayDeque<>();
    private final Deque<Slot> halfMinutes = new ArrayDeque<>();

    /** What was sent within a slot: when the slot begins, in seconds since the epoch. */
    private record Slot(long start, int count) { }

    /** Nothing was sent. */
    public SentCount() {
    }

    /**
     * Reads a stored count; what cannot be read counts for nothing.
     *
     * @param text as {@link #text()} gave it
     * @return the count
     */
    public static SentCount of(String text) {
        SentCount count = new SentCount();
        String[] halves = text.split(";", 2);
        if (text.length() <= LONGEST_TEXT && halves.length == 2) {
            read(halves[0], count.seconds);
            read(halves[1], count.halfMinutes);
        }
        return count;
    }

    private static void read(String text, Deque<Slot> slots) {
        long last = Long.MIN_VALUE;
        for (String word : text.split(",")) {
            if (word.matches("[0-9]{1,12}:[0-9]{1,7}")) {
                int colon = word.indexOf(':');
                Slot slot = new Slot(Long.parseLong(word.substring(0, colon)),
                        Integer.parseInt(word.substring(colon + 1)));
                if (slot.start() > last) {
                    slots.add(slot);
                    last = slot.start();
                }
            }
        }
    }

    /**
     * Counts a message.
     *
     * @param now when it is sent
     */
    public void add(Instant now) {
        settle(now);
        add(seconds, now.getEpochSecond());
        add(halfMinutes, now.getEpochSecond() / COARSE * COARSE);
    }

    private static void add(Deque<Slot> slots, long start) {
        Slot last = slots.peekLast();
        boolean same = last != null && last.start() == start;
        slots.add(same ? new Slot(start, slots.pollLast().count() + 1) : new Slot(start, 1));
    }

    /**
     * Returns how many messages were sent in the last minute.
     *
     * @param now the time
     * @return the number, rounded to the careful side
     */
    public int inMinute(Instant now) {
        settle(now);
        return sum(seconds);
    }

    /**
     * Returns how long the next message has to wait.
     *
     * @param rate what is allowed
     * @param now the time
     * @return nothing when it can go at once
     */
    public Duration wait(Rate rate, Instant now) {
        requireNonNull(rate, "rate");
        settle(now);
        long until = Math.max(free(seconds, rate.perMinute(), MINUTE + 1),
                free(halfMinutes, rate.perHour(), HOUR + COARSE));
        Duration wait = until == 0 ? Duration.ZERO : Duration.between(now, Instant.ofEpochSecond(until));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Returns the second from which on another message is allowed; 0 when it is allowed already. */
    private static long free(Deque<Slot> slots, int most, int span) {
        int sum = sum(slots);
        if (most == 0 || sum < most) {
            return 0;
        }
        Iterator<Slot> oldest = slots.iterator();
        Slot leaving = oldest.next();
        sum -= leaving.count();
        while (sum >= most) {
            leaving = oldest.next();
            sum -= leaving.count();
        }
        return leaving.start() + span;
    }

    private static int sum(Deque<Slot> slots) {
        int sum = 0;
        for (Slot slot : slots) {
            sum += slot.count();
        }
        return sum;
    }

    /** Forgets what is long past; when the clock was set back, what lies ahead counts as sent just now. */
    private void settle(Instant now) {
        settle(seconds, now.getEpochSecond(), MINUTE + 1);
        settle(halfMinutes, now.getEpochSecond() / COARSE * COARSE, HOUR + COARSE);
    }

    private static void settle(Deque<Slot> slots, long now, int span) {
        long ahead = slots.isEmpty() ? 0 : slots.peekLast().start() - now;
        if (ahead > 0) {
            Deque<Slot> shifted = new ArrayDeque<>();
            slots.forEach(slot -> shifted.add(new Slot(slot.start() - ahead, slot.count())));
            slots.clear();
            slots.addAll(shifted);
        }
        while (!slots.isEmpty() && slots.peekFirst().start() + span <= now) {
            slots.pollFirst();
        }
    }

    /** Returns the count as a short text: {@code second:number,…;second:number,…}. */
    public String text() {
        return text(seconds) + ";" + text(halfMinutes);
    }

    private static String text(Deque<Slot> slots) {
        StringBuilder text = new StringBuilder();
        for (Slot slot : slots) {
            text.append(text.isEmpty() ? "" : ",").append(slot.start()).append(':').append(slot.count());
        }
        return text.toString();
    }
}
