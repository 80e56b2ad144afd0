// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.prefs.Settings;

/** The theme that the user has chosen, now and at the next start. */
public record Themes(Look look, Settings settings) {

    /** Preference: the name of the theme. */
    public static final String KEY = "look.theme";

    /** Applies the theme, now and whenever another one is chosen. */
    void apply() {
        settings.store().setDefault(KEY, Theme.SYSTEM.name());
        settings.store().addPropertyChangeListener(event -> {
            if (event.getProperty().equals(KEY)) {
                applyChosen();
            }
        });
        applyChosen();
    }

    private void applyChosen() {
        try {
            look.setTheme(Theme.valueOf(settings.store().getString(KEY)));
        } catch (IllegalArgumentException e) {
            look.setTheme(Theme.SYSTEM);
        }
    }

    void choose(Theme theme) {
        settings.store().setValue(KEY, theme.name());
    }
}
