// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;

/**
 * A row of the table.
 *
 * @param item the entry it belongs to
 * @param line which of its lines, from 0
 */
record Row(Item item, int line) {

    /** Returns the words, without the mark of a fold. */
    Line text(boolean decoded) {
        List<Line> lines = item.lines(decoded);
        return lines.get(Math.min(line, lines.size() - 1));
    }

    /** Tells whether there are more lines that can be folded under this one. */
    boolean isFoldable() {
        return line == 0 && item.lines(false).size() > 1;
    }
}
