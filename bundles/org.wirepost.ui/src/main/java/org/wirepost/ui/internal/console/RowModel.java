// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.transcript.Mark;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.Severity;

/** The rows of one recording as they stand in the table. User interface thread only. */
final class RowModel {

    private final List<Item> items = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
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
            Item item = new Item(entry);
            items.add(item);
            add(rows, item);
            next = entry.sequence() + 1;
        }
        return new Change(Math.max(0, removed - noticeMoves), removed > 0 ? 0 : firstChanged);
    }

    private int dropBefore(long first) {
        int gone = 0;
        while (gone < items.size() && items.get(gone).entry().sequence() < first) {
            gone++;
        }
        items.subList(0, gone).clear();
        int goneRows = 0;
        while (goneRows < rows.size() && rows.get(goneRows).item().entry().sequence() < first) {
            goneRows++;
        }
        rows.subList(0, goneRows).clear();
        return goneRows;
    }

    private void add(List<Row> target, Item item) {
        if (filter.accepts(item, decoded)) {
            target.add(new Row(item, 0));
            if (filter.hasText() || item.isOpen()) {
                addRest(target, item, target.size());
            }
        }
    }

    private void addRest(List<Row> target, Item item, int at) {
        int count = item.lines(decoded).size();
        List<Row> rest = new ArrayList<>(count);
        for (int line = 1; line < count; line++) {
            rest.add(new Row(item, line));
        }
        target.addAll(at, rest);
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
        List<Row> fresh = new ArrayList<>(items.size());
        items.forEach(item -> add(fresh, item));
        rows = fresh;
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
            addRest(rows, item, head + 1);
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
