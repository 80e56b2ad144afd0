// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.ui.Place;

/**
 * Which panes stand where, and how wide the stacks are: one layout as it is remembered. Read and written as JSON.
 */
final class Arrangement {

    /** A pane as it is remembered. */
    static final class Entry {
        String view = "";
        String instance = "";
        String memento = "";
        Place place = Place.CENTER;
        boolean selected;
    }

    List<Entry> panes = new ArrayList<>();
    /** Views that the user has closed although they are open at first. */
    List<String> closed = new ArrayList<>();
    /** Widths of left, middle and right. */
    int[] columns = {20, 55, 25};
    /** Heights of top and bottom. */
    int[] rows = {65, 35};

    Optional<Entry> find(String view, String instance) {
        return panes.stream().filter(entry -> entry.view.equals(view) && entry.instance.equals(instance)).findFirst();
    }
}
