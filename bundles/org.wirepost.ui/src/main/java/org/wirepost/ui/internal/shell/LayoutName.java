// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.Map;
import java.util.Optional;
import org.wirepost.ui.Place;

/** The layouts there are. */
public enum LayoutName {
    /** For writing: the letter is large, the dialogue small. */
    COMPOSE(new int[] {20, 55, 25}, new int[] {69, 31}, Map.of()),
    /** For looking into the dialogue: it has the middle, the letter stands on the left. */
    DEBUG(new int[] {28, 52, 20}, new int[] {74, 26},
            Map.of("org.wirepost.console", Place.CENTER, "org.wirepost.compose", Place.LEFT)),
    /** For showing others: large type, the dialogue and what it means. */
    CLASSROOM(new int[] {16, 52, 32}, new int[] {46, 54}, Map.of());

    private final int[] columns;
    private final int[] rows;
    private final Map<String, Place> places;

    LayoutName(int[] columns, int[] rows, Map<String, Place> places) {
        this.columns = columns;
        this.rows = rows;
        this.places = places;
    }

    /** Tells whether type is larger than usual. */
    boolean isLarge() {
        return this == CLASSROOM;
    }

    /** Returns where a view stands in this layout, if not in its own place. */
    Optional<Place> place(String view) {
        return Optional.ofNullable(places.get(view));
    }

    /** Returns the arrangement before the user has changed anything. */
    Arrangement fresh() {
        Arrangement arrangement = new Arrangement();
        arrangement.columns = columns.clone();
        arrangement.rows = rows.clone();
        return arrangement;
    }
}
