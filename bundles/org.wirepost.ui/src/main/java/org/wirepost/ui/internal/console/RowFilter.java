// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.wirepost.transcript.Mark;
import org.wirepost.ui.internal.session.Severity;

/**
 * Which rows are shown.
 *
 * @param text only entries with this text in one of their lines, without regard to case; empty for all
 * @param severities only these
 * @param phases only these
 * @param directions only these
 */
record RowFilter(String text, Set<Severity> severities, Set<Phase> phases, Set<Direction> directions) {

    /** Shows everything. */
    static final RowFilter ALL = new RowFilter("", EnumSet.allOf(Severity.class), EnumSet.allOf(Phase.class),
            EnumSet.allOf(Direction.class));

    /** Who said it. */
    enum Direction {
        SENT, RECEIVED, FACTS;

        static Direction of(Mark mark) {
            return mark == Mark.SENT ? SENT : mark == Mark.RECEIVED ? RECEIVED : FACTS;
        }
    }

    RowFilter {
        text = text.toLowerCase(Locale.ROOT);
        severities = Set.copyOf(severities);
        phases = Set.copyOf(phases);
        directions = Set.copyOf(directions);
    }

    RowFilter withText(String other) {
        return new RowFilter(other, severities, phases, directions);
    }

    boolean hasText() {
        return !text.isEmpty();
    }

    boolean isAll() {
        return equals(ALL);
    }

    boolean accepts(Item item, boolean decoded) {
        if (!severities.contains(item.severity())
                || !phases.contains(Phase.of(item.entry().event().stage()))) {
            return false;
        }
        if (directions.size() == Direction.values().length && text.isEmpty()) {
            return true;
        }
        return directions.contains(Direction.of(item.lines(decoded).get(0).mark()))
                && (text.isEmpty() || item.lines(decoded).stream().anyMatch(line -> contains(line.text(), text)));
    }

    /** Tells whether a text contains another, given in lower case, without regard to case. */
    static boolean contains(String text, String lower) {
        if (lower.isEmpty()) {
            return true;
        }
        int last = text.length() - lower.length();
        char first = lower.charAt(0);
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == first || Character.toLowerCase(c) == first)
                    && text.regionMatches(true, i, lower, 0, lower.length())) {
                return true;
            }
        }
        return false;
    }
}
