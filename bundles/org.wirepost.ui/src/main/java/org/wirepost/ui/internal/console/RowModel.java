// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.transcript.Mark;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.Severity;

/**
 * The rows of one recording as they stand in the table. A long recording is taken in steps that do not hold up the
 * window: until {@link #isBehind()} says no, {@link #pull()} goes on. User interface thread only.
 */
final class RowModel {

    /** What one step may take. */
    private static final long STEP_NANOS = 10_000_000;
    private static final int STEP_ITEMS = 256;

    private final List<Item> items = new ArrayList<>();
    /** How many of the items have become rows, or were left out by the filter. */
    private int taken;
    private final List<Row> rows = new ArrayList<>();
    private Optional<Recording> recording = Optional.empty();
    private RowFilter filter = RowFilter.ALL;
    private boolean decoded;
    private long next;
    private long dropped;

    /**
     * What has changed.
     *
     * @param removed how many rows are gone from the beginning
     * @param firstChanged the first row behind them that is new or different; the size when there is none
     */
    record Change(int removed, int firstChanged) {
    }

    /** Shows another recording, or none. */
    void show(Optional<Recording> other) {
        recording = other;
        items.clear();
        rows.clear();
        taken = 0;
        next = 0;
        dropped = 0;
        pull();
    }

    Optional<Recording> recording() {
        return recording;
    }

    /** Takes what has been recorded since the last time. */
    Change pull() {
        if (recording.isEmpty()) {
            return new Change(0, 0);
        }
        Recording.Slice slice = recording.get().since(next);
        boolean wasDropped = dropped > 0;
        dropped = slice.droppedRows();
        int removed = dropBefore(slice.first());
        int noticeMoves = !wasDropped && dropped > 0 ? 1 : 0;
        int firstChanged = Math.max(0, size() - 1);
        for (var entry : slice.entries()) {
            items.add(new Item(entry));
            next = entry.sequence() + 1;
        }
        take();
        return new Change(Math.max(0, removed - noticeMoves), removed > 0 ? 0 : firstChanged);
    }

    private int dropBefore(long first) {
        int gone = 0;
        while (gone < items.size() && items.get(gone).entry().sequence() < first) {
            gone++;
        }
        items.subList(0, gone).clear();
        taken = Math.max(0, taken - gone);
        int goneRows = 0;
        while (goneRows < rows.size() && rows.get(goneRows).item().entry().sequence() < first) {
            goneRows++;
        }
        rows.subList(0, goneRows).clear();
        return goneRows;
    }

    /** Makes rows until all items are taken or the step is over. */
    private void take() {
        long end = System.nanoTime() + STEP_NANOS;
        while (taken < items.size() && (taken % STEP_ITEMS != 0 || System.nanoTime() < end)) {
            add(items.get(taken));
            taken++;
        }
    }

    /** Tells whether there is more to be taken at once. */
    boolean isBehind() {
        return taken < items.size();
    }

    private void add(Item item) {
        if (filter.accepts(item, decoded)) {
            rows.add(new Row(item, 0));
            if (filter.hasText() || item.isOpen()) {
                addRest(item, rows.size());
            }
        }
    }

    private void addRest(Item item, int at) {
        int count = item.lines(decoded).size();
        List<Row> rest = new ArrayList<>(count);
        for (int line = 1; line < count; line++) {
            rest.add(new Row(item, line));
        }
        rows.addAll(at, rest);
    }

    void setFilter(RowFilter other) {
        filter = other;
        rebuild();
    }

    RowFilter filter() {
        return filter;
    }

    void setDecoded(boolean wanted) {
        decoded = wanted;
        rebuild();
    }

    boolean isDecoded() {
        return decoded;
    }

    /** Folds or unfolds all entries; what failed stays open. */
    void setAllOpen(boolean wanted) {
        items.forEach(item -> item.setOpen(wanted || item.severity() == Severity.ERROR));
        rebuild();
    }

    private void rebuild() {
        rows.clear();
        taken = 0;
        take();
    }

    /** Returns how many rows there are: one more when rows were dropped. */
    int size() {
        return rows.size() + notice();
    }

    private int notice() {
        return dropped > 0 ? 1 : 0;
    }

    /** Returns a row; empty for the one that says how many were dropped. */
    Optional<Row> row(int index) {
        int at = index - notice();
        return at >= 0 && at < rows.size() ? Optional.of(rows.get(at)) : Optional.empty();
    }

    /** Returns the words of a row. */
    Line text(int index) {
        return row(index).map(row -> row.text(decoded))
                .orElseGet(() -> new Line(Mark.NOTE, Messages.bind(Messages.rowsDropped, dropped)));
    }

    /** Returns where a row stands, or -1. */
    int indexOf(Row row) {
        int at = rows.indexOf(row);
        return at < 0 ? -1 : at + notice();
    }

    /**
     * Folds or unfolds the entry of a row.
     *
     * @return the index of its first row; empty when nothing changes
     */
    Optional<Integer> setOpen(int index, boolean wanted) {
        Optional<Row> row = row(index);
        if (row.isEmpty() || row.get().item().isOpen() == wanted || row.get().item().lines(decoded).size() == 1) {
            return Optional.empty();
        }
        Item item = row.get().item();
        int head = index - notice() - row.get().line();
        item.setOpen(wanted);
        int end = head + 1;
        while (end < rows.size() && rows.get(end).item() == item) {
            end++;
        }
        rows.subList(head + 1, end).clear();
        if (wanted) {
            addRest(item, head + 1);
        }
        return Optional.of(head + notice());
    }

    /** Returns the nearest row before or behind another that holds a text, going round at the ends; -1 for none. */
    int find(String wanted, int from, int step) {
        String lower = wanted.toLowerCase(java.util.Locale.ROOT);
        return search(from, step, index -> RowFilter.contains(text(index).text(), lower));
    }

    /** Returns the nearest row before or behind another that warns or tells of a failure; -1 for none. */
    int findProblem(int from, int step) {
        return search(from, step, index -> row(index).filter(row -> row.line() == 0)
                .filter(row -> row.item().severity().compareTo(Severity.WARNING) >= 0).isPresent());
    }

    private int search(int from, int step, java.util.function.IntPredicate wanted) {
        int size = size();
        for (int i = 1; i <= size; i++) {
            int index = Math.floorMod(from + i * step, size);
            if (wanted.test(index)) {
                return index;
            }
        }
        return -1;
    }

    /** Returns the items that are still there, oldest first, whatever the filter hides. */
    List<Item> items() {
        return items;
    }
}
