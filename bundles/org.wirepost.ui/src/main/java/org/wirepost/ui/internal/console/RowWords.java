// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Optional;

/**
 * The words in the columns of a row.
 *
 * @param model the rows
 */
record RowWords(RowModel model) {

    /** Returns when it was said; nothing for the further lines of a reply. */
    String time(int index) {
        return model.row(index).filter(row -> row.line() == 0).map(this::time).orElse("");
    }

    private String time(Row row) {
        return Times.since(row.item().nanos() - model.recording().map(known -> known.firstNanos()).orElse(0L));
    }

    /** Returns the line with the mark of its fold. */
    String line(int index) {
        Optional<Row> row = model.row(index);
        return row.map(this::fold).orElse("") + model.text(index).text() + row.map(this::folded).orElse("");
    }

    private String fold(Row row) {
        if (row.line() > 0) {
            return "    ";
        }
        return !row.isFoldable() ? "" : isOpen(row) ? "\u25be " : "\u25b8 ";
    }

    private String folded(Row row) {
        return row.isFoldable() && !isOpen(row)
                ? "  " + Messages.bind(Messages.foldedLines, row.item().lines(false).size() - 1) : "";
    }

    private boolean isOpen(Row row) {
        return row.item().isOpen() || model.filter().hasText();
    }

    /** Returns a row as a line of text. */
    String whole(int index) {
        Line line = model.text(index);
        return (time(index) + ' ' + line.mark().text() + ' ' + line.text()).stripLeading();
    }
}
