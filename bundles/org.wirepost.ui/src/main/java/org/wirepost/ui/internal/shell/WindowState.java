// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.EnumMap;
import java.util.Map;

/** What is remembered of the window. User interface thread only. */
final class WindowState {

    /** Left, top, width and height; empty when nothing is known. */
    int[] bounds = {};
    boolean maximized;
    LayoutName layout = LayoutName.COMPOSE;
    final Map<LayoutName, Arrangement> arrangements = new EnumMap<>(LayoutName.class);

    Arrangement arrangement() {
        return arrangements.computeIfAbsent(layout, LayoutName::fresh);
    }
}
