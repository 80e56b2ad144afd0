// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.wirepost.mime.internal.attachment.Entry;
import org.wirepost.mime.internal.attachment.FileHandler;

/**
 * The handlers there are at this moment. Handlers may be added and removed at any time and from any thread; a use under
 * way goes on with the handler it began with. A handler for any file is always there.
 */
public final class Handlers {

    /** The owner named for the built-in handler of any file. */
    public static final String BUILT_IN = "org.wirepost.mime";

    private static final long BUILT_IN_ID = -1;
    private static final Comparator<Entry> BEST_FIRST = Handlers::compare;

    private final Entry any = new Entry(
            new Registration(new FileHandler(), List.of("*/*"), Integer.MIN_VALUE, BUILT_IN_ID, BUILT_IN), true);

    /** Replaced as a whole under the lock of this object; never changed. */
    private volatile List<Entry> entries = List.of(any);

    /** Counts comings and goings; changed under the lock of this object. */
    private volatile long changes;

    /** Adds a handler; one with the same id is replaced, and with it whatever was held against it. */
    public synchronized void add(Registration registration) {
        List<Entry> next = without(entry -> entry.registration().id() == registration.id());
        next.add(new Entry(registration, false));
        next.sort(BEST_FIRST);
        entries = List.copyOf(next);
        changes++;
    }

    /** Removes the handler with this id, if there is one. */
    public synchronized void remove(long id) {
        entries = List.copyOf(without(entry -> entry.registration().id() == id));
        changes++;
    }

    /** Gives a handler that was set aside another chance. */
    public void release(long id) {
        entries.stream().filter(entry -> entry.registration().id() == id).forEach(Entry::release);
    }

    /** All handlers, the highest ranking first. */
    public List<HandlerStatus> list() {
        return entries.stream().map(Entry::status).toList();
    }

    /** A number that differs from what it was when a handler has come, gone or been set aside since. */
    long state() {
        return changes << Byte.SIZE | entries.stream().filter(entry -> !entry.usable()).count();
    }

    List<Entry> entries() {
        return entries;
    }

    /** The handler of any file. */
    Entry any() {
        return any;
    }

    /** The higher ranking first, then the lower id. */
    private static int compare(Entry one, Entry other) {
        int byRanking = Integer.compare(other.registration().ranking(), one.registration().ranking());
        return byRanking != 0 ? byRanking : Long.compare(one.registration().id(), other.registration().id());
    }

    private List<Entry> without(Predicate<Entry> condition) {
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry != any && condition.test(entry)) {
                entry.leave();
            } else {
                rest.add(entry);
            }
        }
        return rest;
    }
}
