// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.prefs.Settings;

/** The theme that the user has chosen, now and at the next start. */
record Themes(Look look, Settings settings) {

    private static final String KEY = "look.theme";

    void apply() {
        settings.store().setDefault(KEY, Theme.SYSTEM.name());
        try {
            look.setTheme(Theme.valueOf(settings.store().getString(KEY)));
        } catch (IllegalArgumentException e) {
            look.setTheme(Theme.SYSTEM);
        }
    }

    void choose(Theme theme) {
        settings.store().setValue(KEY, theme.name());
        look.setTheme(theme);
    }
}
