// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.internal.structure.PlannedLetter;

/**
 * The parts of the letters that were planned lately, by their size: a letter that has been sent is closed, and its
 * parts can still be told apart. User interface thread only.
 */
final class PartTrees implements Consumer<Optional<PlannedLetter>> {

    private static final int LIMIT = 100;

    private final Map<Long, PartPlan> roots = new LinkedHashMap<>();

    @Override
    public void accept(Optional<PlannedLetter> letter) {
        letter.flatMap(PlannedLetter::plan).ifPresent(this::keep);
    }

    private void keep(MimePlan plan) {
        roots.remove(plan.size());
        roots.put(plan.size(), plan.root());
        if (roots.size() > LIMIT) {
            roots.remove(roots.keySet().iterator().next());
        }
    }

    /** Returns the parts of the latest letter of a size. */
    Optional<PartPlan> find(long octets) {
        return Optional.ofNullable(roots.get(octets));
    }
}
