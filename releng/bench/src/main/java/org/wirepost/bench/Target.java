// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.util.List;

/**
 * What the project asks of itself.
 *
 * @param what in words
 * @param least whether the limit is the least or the most
 * @param limit the figure asked for
 * @param measured the figure of this run
 */
record Target(String what, boolean least, double limit, double measured) {

    static Target atLeast(String what, double limit, double measured) {
        return new Target(what, true, limit, measured);
    }

    static Target atMost(String what, double limit, double measured) {
        return new Target(what, false, limit, measured);
    }

    boolean isMet() {
        return least ? measured >= limit : measured <= limit;
    }

    static Table table(List<Target> targets) {
        Table table = new Table("Targets", "", new Table.Column("what", "", 0), new Table.Column("asked", "asked", 2),
                new Table.Column("measured", "measured", 2), new Table.Column("met", "met", 0));
        for (Target target : targets) {
            table.row(target.what() + (target.least() ? ", at least" : ", at most"), target.limit(), target.measured(),
                    target.isMet() ? "yes" : "no");
        }
        return table;
    }
}
