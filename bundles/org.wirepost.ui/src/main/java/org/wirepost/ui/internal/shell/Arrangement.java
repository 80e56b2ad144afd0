// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.ui.Place;

/** Which panes stand where, and how wide the stacks are: one layout as it is remembered. */
final class Arrangement {

    /** Widths of left, middle and right, as shares. */
    int[] columns = {20, 55, 25};
    /** Heights of top and bottom, as shares. */
    int[] rows = {60, 40};
    /** The panes in the order of their stacks. */
    final List<Entry> panes = new ArrayList<>();
    /** Views that the user has closed although they are open at first. */
    final Set<String> closed = new LinkedHashSet<>();

    /**
     * A pane as it is remembered.
     *
     * @param view id of the view
     * @param instance what it was opened for
     * @param memento what it wants to know after a restart
     * @param place where it stood
     * @param selected whether it lay on top
     */
    record Entry(String view, String instance, String memento, Place place, boolean selected) {
    }

    Optional<Entry> find(String view, String instance) {
        return panes.stream().filter(entry -> entry.view().equals(view) && entry.instance().equals(instance))
                .findFirst();
    }
}
