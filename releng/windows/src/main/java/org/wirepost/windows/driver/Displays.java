// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.Locale;

/** Whether windows can be opened here. */
public final class Displays {

    private Displays() {
    }

    /** Tells whether there is a display: always on Windows and macOS, elsewhere if a variable names it. */
    public static boolean areThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") || system.startsWith("mac")
                || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }
}
