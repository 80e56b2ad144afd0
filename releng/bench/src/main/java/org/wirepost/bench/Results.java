// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.util.ArrayList;
import java.util.List;

/** Tables as they come, printed at once, and the targets they show. */
final class Results {

    private final List<Table> tables = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    void add(Table table) {
        tables.add(table);
        System.out.println(table.text());
    }

    void add(Target target) {
        targets.add(target);
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    List<Target> targets() {
        return List.copyOf(targets);
    }
}
